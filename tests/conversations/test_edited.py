"""An edit after the answer, and a deletion: dialogues with a whole Attune."""

import json
from pathlib import Path

from bot.engine.codec import load_versions
from bot.events import MessageEdited, Outcome
from bot.ids import EventId, MessageId
from bot.records import AskRow, ConversationRow, PostRow, RepairRow, ReplyRow
from bot.repair import MEND
from bot.rupture import Rupture
from bot.snapshot import corrections_of
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.conversations.stage import broken, model_of, next_prompt
from tests.play import Play, held, is_asked, is_shown
from tests.statements import costs_of

BANK, POST = "where is the bank in Bern", "where is the post office in Bern"
OFFER = [f"r3 (only you)> {ENGLISH.replies.edited_offer}", "    [1] Answer again  [2] Leave it"]
AGAIN = "/choose Answer again"


def where(prompt: Prompt) -> list[str]:
    """Answers what was asked last, and says of a repair as what it was asked for."""
    if prompt.brief.rupture is not None:
        return [f"Said the other way, as {prompt.brief.rupture} asks for it."]
    is_post = "post office" in prompt.lines[-1].text
    return ["The post office is by the river."] if is_post else ["The bank is by the station."]


async def asked(p: Play) -> None:
    """Lets somebody who was met ask, edit, and read what is offered."""
    model_of(p).script = where
    await p.type(BANK)
    assert await p.type(f"/edit {POST}") == OFFER


async def reply_row(p: Play) -> ReplyRow:
    (row,) = await p.store.sweep(ReplyRow)
    return row


async def test_the_answer_is_written_anew_in_the_same_message_and_can_be_put_back(
    p: Play,
) -> None:
    await asked(p)
    assert await p.type(AGAIN) == [
        "(attune took r3 away)",
        "(r2 now reads:) The post office is by the river.",
        "    [1] Put it back",
    ]
    assert await p.type("/choose Put it back") == ["(r2 now reads:) The bank is by the station."]
    assert (await reply_row(p)).anew == 0


async def test_an_answer_anew_is_no_repair_and_teaches_nothing(p: Play) -> None:
    await asked(p)
    await p.type(AGAIN)
    prompt = model_of(p).prompts[-1]
    assert prompt.brief.rupture is None
    assert "The bank is by the station." not in "".join(line.text for line in prompt.lines)
    assert await p.store.sweep(RepairRow) == ()
    (talk,) = await p.store.sweep(ConversationRow)
    assert (talk.corrections, talk.offer) == ("", "")
    row = await reply_row(p)
    assert (row.repairs, row.anew, row.rupture) == (1, 1, "")
    for kind in ("cold", "bland", "too long"):
        assert "cannot" not in "\n".join(await p.type(f"/attune repair {kind}"))
    assert [one.number for one in load_versions((await reply_row(p)).before)] == [1, 2, 3, 4]
    assert [row.number for row in await p.store.sweep(RepairRow)] == [2, 3, 4]
    assert "still not right" in "\n".join(await p.type("/attune repair preachy"))


async def test_what_it_said_first_is_told_without_calling_it_a_repair(p: Play) -> None:
    await asked(p)
    await p.type(AGAIN)
    told = "\n".join(await p.type("/attune what-changed"))
    assert ENGLISH.replies.edited_first in told
    assert "The bank is by the station." in told


async def test_a_repair_of_an_answer_anew_is_taken_back_alone(p: Play) -> None:
    await asked(p)
    await p.type(AGAIN)
    await p.type("/react 🔧 r2")
    assert (await p.type("/unreact 🔧 r2"))[0] == (
        "(r2 now reads:) The post office is by the river."
    )


async def test_an_earlier_repair_holds_again_where_a_later_one_is_put_back(p: Play) -> None:
    model_of(p).script = where
    await p.type(BANK, "/attune repair cold", f"/edit {POST}", AGAIN)
    await p.type("/attune repair preachy", "/choose Put it back")
    (talk,) = await p.store.sweep(ConversationRow)
    assert [kind for _, kind in corrections_of(talk)] == ["cold"]
    assert MEND[Rupture.COLD] in await next_prompt(p)


async def test_at_warm_the_first_answer_is_in_no_prompt_of_the_second(p: Play) -> None:
    model_of(p).script = where
    await p.type("/attune on", "/choose Yes", "hello", BANK, f"/edit {POST}", AGAIN)
    prompt = "\n".join(line.text for line in model_of(p).prompts[-1].lines)
    assert prompt.count("The bank is by the station.") == 1  # what was said to "hello"


async def test_the_words_before_it_are_gone_after_a_day(p: Play) -> None:
    await asked(p)
    await p.type(AGAIN)
    p.clock.pass_by(hours=25)
    await p.companion.run_due()
    (version,) = load_versions((await reply_row(p)).before)
    assert version.text == ""


async def test_ten_edits_are_one_offer_and_the_answer_is_to_the_last(p: Play) -> None:
    await asked(p)
    for number in range(9):
        assert await p.type(f"/edit {POST}, number {number}") == []
    await p.type(AGAIN)
    assert model_of(p).prompts[-1].lines[-1].text.startswith(f"{POST}, number 8")
    assert await p.type(f"/edit {POST}, number 8") == []
    for text in (f"{POST}, number 9", BANK):
        assert ENGLISH.replies.edited_offer in (await p.type(f"/edit {text}"))[0]
        await p.type("/choose Leave it")


async def test_an_edit_that_changes_no_word_offers_nothing(p: Play) -> None:
    model_of(p).script = where
    await p.type(BANK)
    for text in (BANK, BANK.upper(), f"{BANK}."):
        assert await p.type(f"/edit {text}") == []


def edit_of(p: Play, message: str) -> MessageEdited:
    """Gives an edit as a platform tells it, perhaps again."""
    seat = p.session.console.seat
    about = (EventId("edit"), p.session.console.clock.now(), seat.person, seat.where)
    return MessageEdited(*about, MessageId(message), POST)


async def test_the_same_edit_told_twice_is_one_offer(p: Play) -> None:
    model_of(p).script = where
    await p.type(BANK)
    edit = edit_of(p, "u1")
    assert await p.companion.handle(edit) is Outcome.DECIDED
    await p.companion.settled()
    assert await p.companion.handle(edit) is Outcome.SEEN_BEFORE
    seen = [one for one in p.shown if one["text"] == ENGLISH.replies.edited_offer]
    (talk,) = await p.store.sweep(ConversationRow)
    assert len(seen) == 1
    assert json.loads(talk.offer)["message"] == "r3"


async def test_an_edit_while_the_answer_is_written_offers_nothing(p: Play) -> None:
    gate = held(p, 2)
    await p.type(f"/go {BANK}")
    await is_shown(p.store)
    await p.type(f"/go /edit {POST}")
    gate.set()
    await p.companion.settled()
    assert ENGLISH.replies.edited_offer not in p.words
    assert len(model_of(p).prompts) == 1
    assert await p.type(f"/edit {POST} exactly") == OFFER


async def test_an_edit_of_an_older_message_offers_nothing(p: Play) -> None:
    model_of(p).script = where
    await p.type(BANK, "and the library?")
    assert await p.type(f"/edit u1 {POST}") == []
    p.clock.pass_by(hours=1.1)
    assert await p.type("/edit and the museum?") == []


async def test_an_answer_that_fails_leaves_the_first_one_and_can_be_tried_again(p: Play) -> None:
    await asked(p)
    model_of(p).script = broken
    assert await p.type(AGAIN) == [
        "(attune took r3 away)",
        f"r4 (only you)> {ENGLISH.replies.edited_stays}",
        f"    [1] {ENGLISH.replies.try_again}",
    ]
    assert "The bank is by the station." in p.words
    model_of(p).script = where
    await p.type(f"/choose {ENGLISH.replies.try_again}")
    assert "The post office is by the river." in p.words


async def test_a_deletion_while_it_is_written_ends_it_and_all_that_came_of_it(p: Play) -> None:
    await asked(p)
    gate = held(p)
    await p.type("/go " + AGAIN)
    await is_asked(p)
    await p.type("/delete u1")
    gate.set()
    await p.companion.settled()
    assert "The post office is by the river." not in p.words
    for kind in (ReplyRow, AskRow):
        assert await p.store.sweep(kind) == (), kind
    assert not any(row.reply for row in await p.store.sweep(PostRow))


async def test_off_while_it_is_written_silences_it(p: Play) -> None:
    model_of(p).script = where
    await p.type("/attune on", "/choose Yes", BANK, f"/edit {POST}")
    gate = held(p)
    await p.type("/go " + AGAIN)
    await is_asked(p)
    await p.type("/attune off")
    gate.set()
    await p.companion.settled()
    assert "The post office is by the river." not in p.words


async def test_an_edit_after_an_erase_offers_nothing_and_keeps_nothing(p: Play) -> None:
    await p.type(BANK, "/attune data erase", "/choose Erase")
    shown = len(p.shown)
    assert await p.companion.handle(edit_of(p, "u1")) is Outcome.DECIDED
    await p.companion.settled()
    assert p.shown[shown:] == []
    assert await p.store.sweep(ConversationRow) == ()


async def test_in_a_room_the_mark_goes_once_something_newer_is_said(p: Play) -> None:
    model_of(p).script = where
    await p.type("/room lounge", f"@attune {BANK}")
    assert await p.type(f"/edit {POST}") == ["[lounge] (attune reacts 🔁 to r2)"]
    reply = p.session.console.transcript.get(MessageId("r2"))
    assert reply is not None
    assert ("attune", "🔁") in reply.reactions
    await p.type("@attune and the library?")
    reply = p.session.console.transcript.get(MessageId("r2"))
    assert reply is not None
    assert ("attune", "🔁") not in reply.reactions
    (talk,) = (row for row in await p.store.sweep(ConversationRow) if row.turn == 2)
    assert talk.offer == ""


async def test_an_edit_that_concerns_nobody_costs_no_commit(tmp_path: Path) -> None:
    async def edits(p: Play) -> None:
        await p.type("/edit hello to you all", "/edit u1 HELLO to you")

    found = await costs_of(tmp_path, edits, "hello to you", "hello to you all")
    assert found.commits == 0
