"""A hedge where a decision was asked for is written anew; a second one stands beside more."""

import pytest

from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.rules import hedges
from bot.levels import Level, Stance
from bot.strings import ENGLISH
from bot.words import Draft
from tests.in_english import in_english

HEDGE = "It depends on you."
FAR = "The far one is cheaper."
DECIDES = in_english("the near flat or the far one", stance=Stance.DECIDE)


def drafts(context: Context, *texts: str) -> tuple[str, str]:
    """Gives what is seen of some drafts, and the rule for which another was wanted."""
    it, shown, wanted = Governed(1, context=context), "", ""
    for text in texts:
        shown += "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))
        if it.wants is not None and not it.is_last:
            wanted = it.wants.rule
        it.begin_again()
    return shown, wanted


@pytest.mark.parametrize("level", Level)
def test_at_every_level_a_hedge_is_written_anew_where_a_decision_is_asked_for(level: Level) -> None:
    decides = in_english("the near flat or the far one", level, Stance.DECIDE)
    asks = in_english("the near flat or the far one. which one?", level)
    assert drafts(decides, HEDGE, "Take the far one.") == ("Take the far one.", "hedge")
    assert drafts(asks, HEDGE, "Take the far one.") == ("Take the far one.", "hedge")


def test_nobody_who_asked_for_no_decision_hears_less_of_a_hedge() -> None:
    said = in_english("the near flat or the far one, i saw both")
    assert drafts(said, HEDGE) == (HEDGE, "")
    asks = in_english("should i move at all")
    assert not hedges.hedges("it depends on you.", asks, ())
    assert hedges.hedges("it depends on you.", in_english("should i move at all", Level.WARM), ())


def test_a_second_hedge_stands_only_beside_what_else_is_said() -> None:
    assert drafts(DECIDES, HEDGE, f"{FAR} {HEDGE}") == (f"{FAR} {HEDGE}", "hedge")
    assert drafts(DECIDES, f"{FAR} {HEDGE}", HEDGE) == (f"{FAR} {HEDGE}", "hedge")
    assert drafts(DECIDES, HEDGE, f"{HEDGE} {FAR}") == (FAR, "hedge")
    assert drafts(DECIDES, HEDGE, HEDGE) == (ENGLISH.replies.nothing_left, "hedge")


def test_what_names_its_ground_stands() -> None:
    text = "It depends on the rent: if it is under 900, take the far one; if not, stay."
    assert drafts(DECIDES, text) == (text, "")
