"""Keyed hashes in place of ids: no id of a person or a room stands in a database."""

from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Vault
from bot.records import Owner


class Pseudonyms:
    """Gives the same keyed hash for the same thing, and different hashes for different things."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def scope(self, scope: Scope) -> Owner:
        """Names a scope."""
        return Owner(self._vault.tag("scope", scope.space, scope.person))

    def person(self, person: PersonId) -> Owner:
        """Names a person."""
        return Owner(self._vault.tag("person", person))

    def age_check(self, person: PersonId) -> str:
        """Names a person to the operator's age check, and in no record."""
        return self._vault.tag("age check", person)

    def episode(self, person: PersonId) -> Owner:
        """Names the owner of a person's crisis episodes."""
        return Owner(self._vault.tag("episode", person))

    def space(self, space: SpaceId) -> Owner:
        """Names a space."""
        return Owner(self._vault.tag("space", space))

    def room(self, room: RoomId) -> str:
        """Names a room."""
        return self._vault.tag("room", room)

    def message(self, room: RoomId, message: MessageId) -> str:
        """Names a message in its room."""
        return self._vault.tag("message", room, message)

    def words(self, room: RoomId, message: MessageId, spelled: str) -> str:
        """Names the words of a message: the same words of another message differ."""
        return self._vault.tag("words", room, message, spelled)

    def stop_word(self, person: PersonId, spelled: str) -> str:
        """Names a word that is this person's stop word: another's of the same letters differs."""
        return self._vault.tag("stop word", person, spelled)

    def event(self, event: str) -> str:
        """Names an event, for the keys of its sends and its ask."""
        return self._vault.tag("event", event)
