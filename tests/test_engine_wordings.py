"""What is kept of the words that a reply answers, and of an offer to write it anew."""

from dataclasses import replace

from bot.actions.platform import Say
from bot.engine.codec import Sending, dump
from bot.engine.offers import stands
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.wordings import (
    answered_anew,
    answered_by,
    dump_wordings,
    load_wordings,
    wordings_of,
)
from bot.ids import MessageId, Scope
from bot.ports import Unit
from bot.records import AskRow, ConversationRow, ReplyRow
from bot.snapshot.offered import Offered, offered_in, with_offer
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, DIRECT, deletes, edits, says, writing

NAMES = Pseudonyms(FakeVault())
SCOPE = Scope(DIRECT.space, ADA)
OWNER, ROOM = NAMES.scope(SCOPE), NAMES.room(DIRECT.room)
FIRST = MessageId("m0")


def test_a_wording_is_a_hash_of_the_words_of_one_message() -> None:
    (kept,) = wordings_of(NAMES, says("Where is the bank?")).values()
    assert "bank" not in kept
    assert (kept,) == tuple(wordings_of(NAMES, edits("where is  the BANK?")).values())
    other = replace(says("Where is the bank?"), message=FIRST)
    assert kept not in wordings_of(NAMES, other).values()
    assert wordings_of(NAMES, deletes()) == {}


def test_an_edit_of_what_was_asked_by_command_is_compared_with_what_was_asked() -> None:
    asked = wordings_of(NAMES, says("where is the bank?"))
    assert wordings_of(NAMES, edits("/attune ask where is the bank?")) == asked


def test_wordings_come_back_as_they_were_and_of_an_earlier_release_there_are_none() -> None:
    said = wordings_of(NAMES, says("hello"))
    assert load_wordings(dump_wordings(said)) == said
    assert (load_wordings(""), dump_wordings({})) == ({}, "")


async def test_the_wordings_of_a_moment_come_from_the_asks_that_are_replaced() -> None:
    first = wordings_of(NAMES, replace(says("first"), message=FIRST))
    ask = replace(writing().ask, message=MessageId("m1"), also=(FIRST,))

    async def work(unit: Unit) -> None:
        await unit.put(AskRow(OWNER, "a", said=dump_wordings({**first, "another": "w"})))
        known = await answered_by(unit, NAMES, says("second"), ask)
        assert known == {**first, **wordings_of(NAMES, says("second"))}

    await FakeStore(FakeVault()).deciding(OWNER, work)


async def test_an_answer_anew_is_to_the_words_after_the_edits() -> None:
    async def work(unit: Unit) -> None:
        await unit.put(ReplyRow(OWNER, "r", said=dump_wordings({"m": "old", "n": "same"})))
        offered = Offered("r", said={"m": "new"})
        assert await answered_anew(unit, OWNER, "r", offered) == {"m": "new", "n": "same"}
        other = replace(offered, reply="other")
        assert await answered_anew(unit, OWNER, "r", other) == {"m": "old", "n": "same"}

    await FakeStore(FakeVault()).deciding(OWNER, work)


async def test_where_an_offer_stands_is_kept_only_while_it_stands() -> None:
    say = Say("It?", to=ADA, reply="r")
    sending = Sending(DIRECT.room, SCOPE, is_direct=True, action=say)
    assert "It?" in dump(sending)
    for offered, kept in (
        (Offered("r", said={"m": "w"}), Offered("r", MessageId("c1"), said={"m": "w"})),
        (Offered("other"), Offered("other")),
        (None, None),
    ):

        async def work(unit: Unit, one: Offered | None = offered) -> Offered | None:
            await unit.put(with_offer(ConversationRow(OWNER, ROOM), one))
            await stands(unit, NAMES, sending, MessageId("c1"))
            talk = await unit.get(ConversationRow, OWNER, ROOM)
            assert talk is not None
            return offered_in(talk)

        assert await FakeStore(FakeVault()).deciding(OWNER, work) == kept
