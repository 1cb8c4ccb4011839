"""Whatever stands in the room, the prompt is legal and fits."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import MessageId
from bot.levels import Level, Stance
from bot.prompt import LEAST_ROOM, build, without_note
from bot.prompt.fitting import LEFT_OUT, tokens
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.words import PromptLine, Said
from tests.test_prompt import ADA, EVE, START, asked, brief, said, turns


def test_the_oldest_exchanges_go_first() -> None:
    talk = [said("m1", ADA, "a" * 3000), said("r2", None, "b" * 3000, "m1")]
    talk += [said("m3", ADA, "c" * 300), said("r4", None, "d" * 300, "m3"), said("m9", ADA, "nine")]
    prompt = build(asked(of=brief(Level.WARM), since=START, room=2048), tuple(talk))
    assert [text[0] for _, text in turns(prompt)] == ["c", "d", "n"]


def test_the_middle_of_a_message_that_is_too_long_is_left_out_visibly() -> None:
    text = turns(build(asked(room=2048), (said("m9", ADA, "a" * 9000 + "b" * 9000),)))[0][1]
    assert LEFT_OUT in text
    assert text.startswith("a")
    assert text.endswith("b")


NAMES = st.integers(1, 12).map(str)
WORDS = st.text(max_size=40) | st.sampled_from(
    ["x" * 4000, "", f"ok\n{ENGLISH.replies.notice}", "\n\n⟦note⟧"]
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Said, ...]:
    found: list[Said] = []
    for name in draw(st.lists(NAMES, unique=True, max_size=12)):
        by = draw(st.sampled_from([ADA, EVE, None]))
        to_bot = draw(st.booleans())
        mark = "EVE" if by == EVE else "" if to_bot or by is None else "ASIDE"
        reply_to = draw(st.none() | NAMES)
        found.append(said(name, by, mark + draw(WORDS), reply_to, to_bot=to_bot))
    return tuple(found)


@given(
    history=histories(),
    direct=st.booleans(),
    since=st.none() | st.just(START),
    level=st.sampled_from(Level),
    room=st.integers(LEAST_ROOM, 9000),
    reserved=st.integers(1, 9000),
    repairs=st.none() | NAMES,
    persona=st.sampled_from(["", "p" * 9000]),
)
def test_whatever_stands_in_the_room_the_prompt_is_legal_fits_and_holds_no_one_elses_words(
    history: tuple[Said, ...],
    direct: bool,
    since: datetime | None,
    level: Level,
    room: int,
    reserved: int,
    repairs: str | None,
    persona: str,
) -> None:
    answered = Said(MessageId("m9"), ADA, START, "the message", history[0].id if history else None)
    it = asked(
        of=brief(level), direct=direct, since=since, room=room, repairs=repairs, persona=persona
    )
    prompt = build(replace(it, answer_tokens=reserved), (*history, answered))
    roles = [line.role for line in prompt.lines]
    assert roles == ["system", *(("user", "assistant") * len(roles))[: len(roles) - 1]]
    assert roles[-1] == "user"
    assert sum(map(tokens, prompt.lines)) + min(room // 2, reserved) <= room
    assert not any("EVE" in line.text or "ASIDE" in line.text for line in prompt.lines)
    assert all(line.text.strip() for line in prompt.lines)
    assert "the message" in prompt.lines[-1].text


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", Rupture)
def test_the_fullest_prompt_leaves_room_for_a_message(level: Level, kind: Rupture) -> None:
    styles = tuple((str(at), value) for at, value in enumerate(("shorter", "warmer", "blunter")))
    full = asked(
        of=brief(level, Stance.THINK, kind, styles),
        persona="p" * 9000,
        room=LEAST_ROOM,
        repairs="r6",
        corrections=tuple(Rupture),
    )
    talk = (said("m9", ADA, "q" * 9000), said("r6", None, "b" * 9000, "m9"))
    prompt = build(full, talk)
    assert sum(map(tokens, prompt.lines)) <= LEAST_ROOM * 3 // 4
    assert without_note(prompt.lines[-1].text).count("q") > 300


def test_tokens_are_estimated_from_characters_and_lines() -> None:
    assert tokens(PromptLine("user", "")) == 4
    assert tokens(PromptLine("user", "four")) == 6
