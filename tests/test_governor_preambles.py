"""In `do` a reply begins with what was asked for, and what announces it stays."""

import pytest

from bot.governor.filter import Governed
from bot.governor.openers import nodded
from bot.governor.rules import preambles
from bot.levels import Stance
from bot.words import Draft
from tests.in_english import in_english

ASKED = "write to the landlord about the leak"
LETTER = "Dear Mr Hale, the tap in the kitchen leaks. I'm so glad that you come on Monday."


def shown(said: str, text: str, stance: Stance | None = Stance.DO) -> str:
    it = Governed(1, context=in_english(said, stance=stance))
    return "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Sure! Here's a draft:\n\n{LETTER}", f"Here's a draft:\n\n{LETTER}"),
        (f"Sure, here's a draft:\n\n{LETTER}", f"Here's a draft:\n\n{LETTER}"),
        (f"Sure, here's one:\n\n{LETTER}", f"Here's one:\n\n{LETTER}"),
        (f"Certainly, I'd be happy to help you with that. {LETTER}", LETTER),
        (f"Great, let's get started.\n\n{LETTER}", LETTER),
        (f"Of course! I can help with that. Here it is:\n\n{LETTER}", f"Here it is:\n\n{LETTER}"),
    ],
)
def test_what_only_gets_ready_falls_and_the_draft_stays(text: str, left: str) -> None:
    assert shown(ASKED, text) == left


def test_a_quoted_draft_stays_announced_and_is_not_read_as_said() -> None:
    text = 'Sure! Here\'s a draft:\n\n"You are a genius."'
    assert shown(ASKED, text) == 'Here\'s a draft:\n\n"You are a genius."'


@pytest.mark.parametrize("stance", [None, Stance.THINK, Stance.DECIDE])
def test_in_no_other_stance_is_a_nod_left_out(stance: Stance | None) -> None:
    text = "Sure! The tap first."
    assert shown("and the tap", text, stance) == text
    assert shown("and the tap", text) == "The tap first."


def test_a_nod_that_answers_or_is_of_the_text_stays() -> None:
    assert shown("can i still send it on monday?", "Sure. Until noon.") == "Sure. Until noon."
    yes = "write a reply that says yes to monday"
    assert shown(yes, "Sure! Monday is fine.") == "Sure! Monday is fine."
    assert shown(ASKED, "The tap first. Sure!") == "The tap first. Sure!"
    in_danger = in_english("I took 8 ibuprofen, more?", stance=Stance.DO)
    assert not preambles.opens_idly("sure!", in_danger, ())


def test_a_nod_alone_is_written_anew() -> None:
    it = Governed(1, context=in_english(ASKED, stance=Stance.DO))
    assert [one.text for one in (*it.feed(Draft("Sure!")), *it.end()) if one.text] == []
    assert it.wants is not None
    assert it.wants.rule == "preamble"


def test_a_nod_is_cut_only_before_what_announces() -> None:
    assert nodded("Sure, here's a draft:") == ("Sure,", "Here's a draft:")
    assert nodded("Sure, Monday works.") is None
