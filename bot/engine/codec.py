"""The codec of sealed row contents: values to JSON, and back from every release's JSON."""

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, get_args

from bot.actions.ask import Ask
from bot.actions.platform import PlatformAction, Replace, Say
from bot.choices import Choice, decode, encode
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.levels import Level, Stance
from bot.markers.effects import Effect
from bot.reach import Redraft
from bot.records import ReplyRow
from bot.repair.stack import Version
from bot.rupture import Rupture
from bot.words import TextFile


@dataclass(frozen=True, slots=True)
class Sending:
    """A platform action to be sent, with its place and what its choices act on."""

    room: RoomId
    scope: Scope
    is_direct: bool
    action: PlatformAction | None = None
    restore: str = ""  # the reply of which repairs are taken away
    numbers: tuple[int, ...] = ()  # of those repairs
    language: str = ""  # the code of what its reader reads; empty: the house's


@dataclass(frozen=True, slots=True)
class Shown:
    """The messages on the platform that show an unfinished reply.

    Args:
        placeholder: what stands while there are no words, or until it is deleted after them.
    """

    messages: tuple[MessageId, ...] = ()
    placeholder: MessageId | None = None

    @property
    def every(self) -> tuple[MessageId, ...]:
        """All of them, by each of which the reply can be stopped."""
        return self.messages if self.placeholder is None else (*self.messages, self.placeholder)


@dataclass(frozen=True, slots=True)
class ReplyBody:
    """Where a reply stands and what it answers."""

    room: RoomId
    scope: Scope
    answers: MessageId
    messages: tuple[MessageId, ...]
    is_direct: bool = True
    repaired_by: tuple[MessageId, ...] = ()  # messages of repairs that came as new messages
    also: tuple[MessageId, ...] = ()  # what was said in the same moment, answered with it


def _scope(raw: Any) -> Scope:
    return Scope(SpaceId(raw["space"]), PersonId(raw["person"]))


# By the name they are stored under: no class of an action of a platform may be renamed.
_ACTIONS: dict[str, type[PlatformAction]] = {
    kind.__name__: kind for kind in get_args(PlatformAction)
}


def dump(thing: Sending | Shown | ReplyBody | Ask) -> str:
    """Writes one of these values as JSON."""
    raw = _columns(thing)
    if isinstance(thing, Sending) and thing.action is not None:
        raw["kind"] = type(thing.action).__name__
        if isinstance(thing.action, Say | Replace):
            choices = _dump_choices(thing.action.choices)
            raw["action"] = {**_columns(thing.action), "choices": choices}
    return json.dumps(raw, ensure_ascii=False, default=_plain)


def _columns(thing: Any) -> dict[str, Any]:
    return {item.name: getattr(thing, item.name) for item in fields(thing)}


def _plain(thing: Any) -> Any:
    """Gives what JSON lacks: a time as text, a value within another by its columns."""
    return thing.isoformat() if isinstance(thing, datetime) else _columns(thing)


def load_sending(body: str) -> Sending:
    """Reads a sending from JSON."""
    raw = json.loads(body)
    sending = Sending(
        RoomId(raw["room"]), _scope(raw["scope"]), raw["is_direct"], restore=raw["restore"]
    )
    # An earlier release kept no language.
    language = raw.get("language", "")
    sending = replace(sending, numbers=tuple(raw["numbers"]), language=language)
    if raw["action"] is None:
        return sending
    return replace(sending, action=_action(raw["kind"], raw["action"]))


def _action(kind: str, raw: dict[str, Any]) -> PlatformAction:
    if "choices" in raw:
        raw["choices"] = load_choices(raw["choices"])
    if raw.get("scope") is not None:
        raw["scope"] = _scope(raw["scope"])
    if kind == Say.__name__:
        raw["files"] = tuple(TextFile(**one) for one in _files(raw))
    return _ACTIONS[kind](**raw)


def _files(raw: dict[str, Any]) -> list[dict[str, str]]:
    """Takes the files out of a message as any release stored it: one, none, or several."""
    one = raw.pop("file", None)
    files: list[dict[str, str]] = raw.pop("files", [])
    return files if one is None else [one]


def load_choices(raw: list[dict[str, str]]) -> tuple[Choice, ...]:
    """Reads choices in the form of any release."""
    return tuple(
        Choice(one["label"], decode(one["does"]), "holds" in one, one.get("picks", ""))
        for one in raw
    )  # an earlier release marked none that holds, and had no lists of a platform's own


def _dump_choices(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [_dump_choice(one) for one in choices]


def _dump_choice(one: Choice) -> dict[str, str]:
    raw = {"label": one.label, "does": encode(one.means)}
    raw |= {"picks": one.picks} if one.picks else {}
    return raw | ({"holds": "now"} if one.holds else {})


def load_shown(body: str) -> Shown:
    """Reads which messages show a reply; none for an empty text."""
    if not body:
        return Shown()
    raw = json.loads(body)
    placeholder = raw.get("placeholder")  # absent in what 0.1.0 stored
    return Shown(tuple(raw["messages"]), MessageId(placeholder) if placeholder else None)


def load_reply_body(body: str) -> ReplyBody:
    """Reads the place of a reply from JSON."""
    raw = json.loads(body)
    return ReplyBody(
        RoomId(raw["room"]),
        _scope(raw["scope"]),
        MessageId(raw["answers"]),
        tuple(raw["messages"]),
        raw["is_direct"],
        tuple(raw["repaired_by"]),
        tuple(raw.get("also", ())),  # an earlier release kept none
    )


def has_answered(row: ReplyRow, message: MessageId) -> bool:
    """Returns whether a reply answers that message, alone or together with others."""
    given = load_reply_body(row.body) if row.body else None
    return given is not None and message in (given.answers, *given.also)


def load_ask(body: str) -> Ask:
    """Reads an ask from JSON."""
    raw = json.loads(body)
    raw["scope"] = _scope(raw["scope"])
    raw["level"] = Level(raw["level"])
    raw["stance"] = None if raw["stance"] is None else Stance(raw["stance"])
    raw["rupture"] = None if raw["rupture"] is None else Rupture(raw["rupture"])
    raw["also"] = tuple(raw["also"])
    raw["above"] = tuple(map(SpaceId, raw.get("above", ())))
    raw["among"] = tuple(raw.get("among", ()))
    raw["effects"] = tuple(map(Effect, raw.get("effects", ())))
    raw["asked_at"] = datetime.fromisoformat(raw["asked_at"])
    said_at = raw.get("said_at")
    raw["said_at"] = None if said_at is None else datetime.fromisoformat(said_at)
    redraft = raw.get("redraft")  # an earlier release kept none
    raw["redraft"] = None if redraft is None else Redraft(redraft)
    return Ask(**raw)


def dump_post(choices: tuple[Choice, ...], scope: Scope, *, is_direct: bool) -> str:
    """Writes the choices under a message of the bot's, and the scope they act on."""
    raw = {"choices": _dump_choices(choices), "scope": asdict(scope)}
    return json.dumps({**raw, "is_direct": is_direct}, ensure_ascii=False)


def load_post(body: str) -> tuple[tuple[Choice, ...], Scope, bool]:
    """Reads what `dump_post` wrote."""
    raw = json.loads(body)
    return load_choices(raw["choices"]), _scope(raw["scope"]), bool(raw["is_direct"])


def dump_versions(versions: tuple[Version, ...]) -> str:
    """Writes the repairs of a reply; an empty text for none."""
    raw = [asdict(one) for one in versions]
    return json.dumps(raw, ensure_ascii=False, default=datetime.isoformat) if raw else ""


def load_versions(body: str) -> tuple[Version, ...]:
    """Reads what `dump_versions` wrote."""
    return tuple(_version(one) for one in json.loads(body)) if body else ()


def _version(raw: dict[str, Any]) -> Version:
    at = raw.get("at")  # an earlier release kept none
    return Version(
        raw["by"],
        raw["kind"],
        raw["number"],
        raw["text"],
        tuple(raw["messages"]),
        datetime.fromisoformat(at) if at is not None else None,
        raw.get("made", ""),
    )
