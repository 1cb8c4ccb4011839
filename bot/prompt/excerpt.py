"""The part of a room's messages that one reply may read: never another person's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.commands import asked_in, in_words, parse
from bot.ids import MessageId
from bot.prompt.canned import own_words
from bot.prompt.hidden import EARLIER, GONE, NOT_FOR_ME, SOMEONE_ELSE
from bot.prompt.marks import unmarked
from bot.prompt.request import ReplyRequest
from bot.repair.words import correction_in_words
from bot.strings import Strings
from bot.words import PromptLine, Said


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Chooses from the messages of a room, and never another person's words."""

    asked: ReplyRequest
    room: dict[MessageId, Said]

    def newest(self) -> PromptLine:
        """Gives the message to answer; for a repair with the person's complaint.

        The reply that landed wrong is not shown, because a model repeats what it reads.
        """
        said = self.room.get(self.asked.message)
        is_own = said is not None and said.by == self.asked.person
        shown = said if is_own else None  # another person's words and pictures are never chosen
        text, images = (shown.text.strip(), shown.images) if shown else ("", ())
        words = "\n\n".join(filter(None, (text or GONE, self.asked.note)))
        return PromptLine("user", unmarked(words), images)

    def earlier(self) -> Iterator[PromptLine]:
        """Yields the lines before the newest, oldest first, beginning with the person."""
        lines = tuple(line for said in self._chosen() for line in self._told(said))
        yield from (PromptLine("user", EARLIER),) if lines and lines[0].role == "assistant" else ()
        yield from lines

    def _chosen(self) -> tuple[Said, ...]:
        chosen = self._read()
        ids = {said.id for said in chosen}
        also = (self.room[each] for each in self.asked.also if each in self.room)
        return (*chosen, *(said for said in also if said.id not in ids))

    def _read(self) -> tuple[Said, ...]:
        if self.asked.reads_conversation_since is not None:
            return self._conversation(self.asked.reads_conversation_since)
        said = self.room.get(self.asked.message)
        if self.asked.is_direct and said is not None and said.reply_to is None:
            return self._newest_exchange()
        return self._chain()

    def _before(self) -> tuple[Said, ...]:
        """Gives the person's earlier messages to the bot, and what they carried over."""
        ids = tuple(self.room)
        end = ids.index(self.asked.message) if self.asked.message in self.room else 0
        before = tuple(self.room.values())[:end]
        return tuple(said for said in before if self._is_talk(said) or self._is_carried(said))

    def _conversation(self, since: datetime) -> tuple[Said, ...]:
        before = self._before()
        own = (said for said in before if said.at >= since or self._is_carried(said))
        return tuple(each for said in own for each in (said, *self._answers(said.id)))

    def _newest_exchange(self) -> tuple[Said, ...]:
        """Gives the last exchange, and the person's messages after it without an answer.

        A fixed line of the program's counts as no exchange, so that it hides nothing said before
        it.
        """
        newest: tuple[Said, ...] = ()
        for said in reversed(self._before()):
            answers = self._answers(said.id)
            newest = (said, *answers, *newest)
            is_answered = any(own_words(each.text, self.asked.strings) for each in answers)
            if is_answered or self._is_carried(said):
                return newest
        return newest

    def _chain(self) -> tuple[Said, ...]:
        chain: dict[MessageId, Said] = {}
        at = self.room.get(self.asked.message)
        while at is not None and at.id not in chain:
            chain[at.id] = at
            at = self.room.get(at.reply_to) if at.reply_to is not None else None
        return tuple(reversed(tuple(chain.values())[1:]))

    def _is_carried(self, said: Said) -> bool:
        """Returns whether the bot put an exchange there that its person took private."""
        if said.by is not None or not self.asked.is_direct:
            return False
        return said.text.startswith(tuple(_carries(self.asked.strings)))

    def _is_talk(self, said: Said) -> bool:
        """Returns whether a message is talk: no command, and more than a complaint about a reply.

        Answered messages are talk; the words of others are not read for this.
        """
        if not self._is_own(said):
            return False
        return bool(self._answers(said.id)) or not _is_told(said.text)

    def _is_own(self, said: Said) -> bool:
        return said.by == self.asked.person and said.to_bot

    def _answers(self, message: MessageId) -> tuple[Said, ...]:
        replies = (said for said in self.room.values() if said.reply_to == message)
        own = tuple(said for said in replies if said.by is None)
        # A repair that came as a new message refers to the reply whose place it takes.
        better = next((found for one in own if (found := self._answers(one.id))), ())
        return better or own

    def _told(self, said: Said) -> Iterator[PromptLine]:
        """Yields one message as a turn, or a placeholder for words that are not sent."""
        if said.by is not None:
            hidden = NOT_FOR_ME if said.by == self.asked.person else SOMEONE_ELSE
            text = said.text.strip() if self._is_own(said) else hidden
            if text:
                yield PromptLine("user", unmarked(text))
        elif not self._is_to_person(said):
            yield PromptLine("user", SOMEONE_ELSE)
        elif text := own_words(said.text, self.asked.strings):
            yield PromptLine("assistant", unmarked(text))

    def _is_to_person(self, reply: Said) -> bool:
        """Returns whether a reply answers this person; in a shared room that must be known."""
        answered = self.room.get(reply.reply_to) if reply.reply_to is not None else None
        if self.asked.is_direct and (answered is None or answered.by is None):
            return True
        return answered is not None and answered.by == self.asked.person


def _is_told(text: str) -> bool:
    """Returns whether words are for the program: a command, or only a complaint about a reply."""
    is_typed = parse(text) is not None and asked_in(text) is None
    if is_typed or in_words(text) is not None:
        return True
    correction = correction_in_words(text)
    return correction is not None and not correction.has_more


def _carries(strings: Strings) -> Iterator[str]:
    """Yields, in every language, how an exchange begins that was taken private."""
    yield from (one.replies.carried_over for one in strings.every)


def merged(lines: tuple[PromptLine, ...]) -> tuple[PromptLine, ...]:
    """Gives the lines with neighbours of one role joined; a placeholder shows once."""
    merged: list[PromptLine] = []
    for line in lines:
        if not merged or merged[-1].role != line.role:
            merged.append(line)
        elif line.text != SOMEONE_ELSE or not merged[-1].text.endswith(SOMEONE_ELSE):
            text = f"{merged[-1].text}\n\n{line.text}"
            merged[-1] = PromptLine(line.role, text, (*merged[-1].images, *line.images))
    return tuple(merged)
