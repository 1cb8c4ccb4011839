"""Help with writing to somebody: dialogues with a whole Attune."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.errors import ModelUnreachable
from bot.records import AskRow, OutboxRow, PeopleRow, ReplyRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.conversations.stage import SAID, model_of
from tests.play import Play, ScriptedModel, held, play

REACH = ENGLISH.reach
SISTER = "help me write to my sister that i can't come"
SHORT, MIDDLE, LONG = (
    "can't come, sorry",
    "hey, can't come. sorry.",
    "hey, i tell you early.\nsorry.",
)
FORM = f"[1]\n{SHORT}\n[2]\n{MIDDLE}\n[3]\n{LONG}\n[end]"


def answers(p: Play, *texts: str) -> None:
    """Lets the model say each of these in its turn, and the last of them from then on."""
    left = list(texts)
    model_of(p).script = lambda _prompt: [left.pop(0) if len(left) > 1 else left[0]]


def blocks(lines: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in lines)


async def kept(p: Play) -> str:
    rows = [*await p.store.sweep(AskRow), *await p.store.sweep(OutboxRow)]
    return "".join(map(repr, rows)) + "".join(
        str(getattr(row, name)) for row in rows for name in ("body",)
    )


async def test_three_drafts_are_shown_each_in_a_block_under_one_line_and_none_is_kept(
    p: Play,
) -> None:
    answers(p, f"Sure, here you go!\n{FORM}\nLet me know which one you like.")
    seen = blocks(await p.type(SISTER))
    assert "\n\n".join((REACH.lead, SHORT, MIDDLE, LONG)) in seen
    assert "here you go" not in seen
    assert "which one" not in seen
    assert await p.store.sweep(ReplyRow) == ()
    assert SHORT not in await kept(p)
    await p.type("/attune data export")
    files = "".join(file.read_text("utf-8") for file in p.folder.rglob("*.json"))
    assert MIDDLE not in files


async def test_no_later_prompt_holds_the_drafts_nor_what_asked_for_them(p: Play) -> None:
    await p.type("/attune on", f"/choose {ENGLISH.choices.yes}")
    answers(p, FORM)
    await p.type(SISTER)
    model_of(p).script = lambda _prompt: ["Name the date."]
    await p.type(SAID, "and then?")
    read = "\n".join(line.text for line in model_of(p).prompts[-1].lines)
    assert SAID in read
    assert SHORT not in read
    assert "my sister" not in read


async def test_another_form_is_asked_for_once_more_and_then_said_to_have_failed(p: Play) -> None:
    answers(p, "How do you feel about your sister?", FORM)
    assert SHORT in blocks(await p.type(SISTER))
    asked = len(model_of(p).prompts)
    answers(p, "I could help you with that.")
    assert REACH.failed in blocks(await p.type(SISTER))
    assert len(model_of(p).prompts) == asked + 2


async def test_what_is_well_formed_is_shown_where_the_rest_may_not_be(p: Play) -> None:
    evil = FORM.replace(MIDDLE, "can't come, see https://evil.example").replace(
        LONG, "you'll regret this"
    )
    answers(p, evil)
    seen = blocks(await p.type(SISTER))
    assert SHORT in seen
    assert "evil" not in seen
    assert "regret" not in seen


async def test_whoever_taps_on_their_list_gets_drafts_to_that_person(p: Play) -> None:
    answers(p, FORM)
    await p.type("/attune people add Nel: nights, ring 0171 2345678", "/attune reach")
    seen = blocks(await p.type("/choose \u2192 1"))
    assert SHORT in seen
    prompt = model_of(p).prompts[-1].lines[-1].text
    assert "Nel" in prompt
    assert "nights" not in prompt
    assert "0171" not in prompt


async def test_the_list_reaches_no_model(p: Play) -> None:
    await p.type("/attune people add Nel: nights", SAID, "/attune reach my boss", "and then?")
    read = "".join(line.text for one in model_of(p).prompts for line in one.lines)
    assert "Nel" not in read
    assert "nights" not in read
    await p.type("/attune people clear")
    assert await p.store.sweep(PeopleRow) == ()


async def test_in_a_shared_room_only_its_person_sees_the_drafts(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    answers(p, FORM)
    await p.type("/attune reach my boss, that i am late")
    drafted = [one for one in p.shown if SHORT in one["text"]]
    assert [one["to"] for one in drafted] == ["you"]


async def test_paused_and_at_plain_it_works_the_same(p: Play) -> None:
    answers(p, FORM)
    await p.type("/attune pause")
    assert SHORT in blocks(await p.type(SISTER))


async def test_what_is_stopped_shows_nothing_and_leaves_nothing(p: Play) -> None:
    answers(p, FORM)
    gate = held(p)
    await p.type("/go " + SISTER)
    await model_of(p).reached.wait()
    await p.type("/attune stop")
    gate.set()
    model_of(p).gates.clear()
    await p.type("/attune status")
    assert SHORT not in p.words
    assert await p.store.sweep(AskRow) == ()


async def test_after_an_erase_meanwhile_no_draft_is_shown(p: Play) -> None:
    answers(p, FORM)
    await p.type("/attune data erase")
    gate = held(p)
    await p.type("/go " + SISTER)
    await model_of(p).reached.wait()
    await p.type(f"/choose {ENGLISH.choices.erase}")
    gate.set()
    model_of(p).gates.clear()
    await p.type("/attune status")
    assert SHORT not in p.words
    assert SHORT not in await kept(p)


async def test_a_model_that_is_down_is_said_to_be(p: Play) -> None:

    def down(_prompt: Prompt) -> list[ModelUnreachable]:
        return [ModelUnreachable("down")]

    model_of(p).script = down
    assert ENGLISH.failures.unreachable in " ".join(await p.type(SISTER)).replace("     ", " ")
    assert await p.store.sweep(AskRow) == ()


async def test_a_process_that_ends_meanwhile_writes_them_after_the_next_start(p: Play) -> None:
    answers(p, FORM)
    gate = held(p)
    await p.type("/go " + SISTER)
    await model_of(p).reached.wait()
    await p.companion.close()
    gate.set()
    model_of(p).gates.clear()
    before = len(p.shown)
    async with p.running():
        await p.companion.settled()
    drafted = [one for one in p.shown[before:] if SHORT in one["text"]]
    assert len(drafted) == 1


async def test_a_life_at_risk_gets_the_fixed_words_and_no_draft(p: Play) -> None:
    answers(p, FORM)
    seen = blocks(await p.type(f"{SISTER} because I want to kill myself"))
    assert ENGLISH.crisis.first in seen
    assert SHORT not in blocks(await p.type("/attune reach my sister, I want to kill myself"))


@pytest.mark.parametrize("line", [SISTER, "/attune reach my boss"])
async def test_who_is_new_reads_who_this_is_under_the_drafts_and_no_more_after(
    line: str, tmp_path: Path
) -> None:
    greeting = (
        ENGLISH.rooms.greeting.format(name="Attune", operator="Ada")
        + f" {ENGLISH.rooms.unsuitable}"
    )
    p = play(tmp_path, ScriptedModel(lambda _prompt: [FORM]))
    async with p.running():
        await p.type(line)
        assert p.shown[-1]["text"].endswith(f"```\n\n-# {greeting}")
        await p.type(SAID)
    assert p.words.count(greeting) == 1


async def test_two_that_are_asked_for_at_once_both_come_in_their_order(p: Play) -> None:
    answers(p, FORM, FORM.replace(SHORT, "second"), FORM.replace(SHORT, "second"))
    gate = held(p)
    await p.type("/go " + SISTER)
    await model_of(p).reached.wait()
    await p.type("/go help me text nel")
    gate.set()
    model_of(p).gates.clear()
    await p.companion.settled()
    drafted = [one["text"] for one in p.shown if REACH.lead in one["text"]]
    assert [SHORT in one for one in drafted] == [True, False]
