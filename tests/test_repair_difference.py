"""What came of a repair, and what is cut from its head."""

import pytest

from bot.repair.apology import without_apology
from bot.repair.difference import RepairOutcome, outcome
from bot.repair.newest import AGAINST_STYLE, CONTRADICT, is_against, standing
from bot.rupture import Rupture

OLD = "Tell your sister first, in two sentences. The notice period is the date you cannot move."


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        OLD.upper(),
        OLD.replace(".", "!").replace(",", ""),
        f"*{OLD}*",
        OLD.replace("first", "right away"),
        "Well: " + OLD,
    ],
)
def test_the_same_words_or_nearly_the_same_are_no_repair(new: str) -> None:
    assert outcome(OLD, new) is RepairOutcome.SAME


@pytest.mark.parametrize(
    "new",
    [
        "Tell your sister first.",
        "You have carried this alone for weeks.",
        OLD + " After that, look up the date today, and write it on the door of your fridge.",
        "Sag es zuerst deiner Schwester.",
    ],
)
def test_other_words_are_a_repair_and_so_are_fewer(new: str) -> None:
    assert outcome(OLD, new) is RepairOutcome.BETTER


@pytest.mark.parametrize(
    "new",
    [
        "I'm sorry, but I can't assist with that.",
        "Sorry, I cannot help with that request.",
        "I am unable to continue this conversation.",
        "As an AI, I can't discuss that topic.",
    ],
)
def test_a_refusal_is_no_repair(new: str) -> None:
    assert outcome(OLD, new) is RepairOutcome.REFUSED


@pytest.mark.parametrize("new", ["", "  \n", "…", "!?"])
def test_nothing_is_no_repair(new: str) -> None:
    assert outcome(OLD, new) is RepairOutcome.EMPTY


def test_one_word_is_another_reply_than_another_word() -> None:
    assert outcome("No.", "Yes.") is RepairOutcome.BETTER
    assert outcome("No.", "no") is RepairOutcome.SAME


REST = "The lease ends in May."


@pytest.mark.parametrize(
    "head",
    [
        "I apologize for the confusion.",
        "I apologise if that came across as cold.",
        "My sincere apologies for the misunderstanding.",
        "You're right, I'm sorry.",
        "You're absolutely right!",
        "You're right, I should have listened.",
        "I'm sorry about that.",
        "I'm sorry for sounding cold.",
        "Sorry if my last reply was too long.",
        "Here's a revised version:",
        "Sure, here's a shorter version:",
        "Revised response:",
        "Let me try again:",
        "Let me rephrase that.",
        "Thank you for your feedback.",
        "I understand that my previous reply was cold.",
        "I'll try to be more direct.",
        "Entschuldigung für das Missverständnis.",
        "Hier ist eine überarbeitete Version:",
        "Je m'excuse pour la confusion.",
        "Disculpa por la confusión.",
        "I apologize for the confusion. Let me try again:\n\n",
        "**Revised version:**",
    ],
)
def test_talk_about_the_repair_is_cut_from_its_head(head: str) -> None:
    assert without_apology(f"{head} {REST}") == REST
    assert without_apology(head) == ""


def test_of_a_sentence_that_begins_with_it_the_rest_stays() -> None:
    assert without_apology("I apologize for that, but the lease ends in May.") == REST


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry.",
        "I'm sorry for your loss.",
        "I'm sorry that your father died.",
        "You're right that the lease ends in May.",
        "That's right where the river bends.",
        "Let me be plain: no.",
        "Here's a step for tonight: call her.",
        "A new version of the app comes out in May.",
        "The last reply you got from them was in March.",
        "Thanks to your sister, the date is known.",
        "Sorry is what she should say.",
        REST,
    ],
)
def test_what_is_no_talk_about_the_repair_stays(text: str) -> None:
    assert without_apology(text) == text


# -- the newest holds --------------------------------------------------------------------------


@pytest.mark.parametrize("pair", sorted(sorted(pair) for pair in CONTRADICT))
def test_of_two_corrections_that_contradict_the_newest_holds(pair: list[Rupture]) -> None:
    one, other = (Rupture(each) for each in pair)
    assert standing((one, Rupture.WRONG_FACT, other)) == (Rupture.WRONG_FACT, other)
    assert standing((other, one, other)) == (other,)
    assert standing((other, one)) == (one,)


def test_corrections_that_do_not_contradict_hold_together_each_once() -> None:
    kinds = (Rupture.COLD, Rupture.TOO_LONG, Rupture.COLD)
    assert standing(kinds) == (Rupture.TOO_LONG, Rupture.COLD)
    assert standing(()) == ()


def test_no_correction_takes_back_that_a_reply_has_to_say_what_is_true() -> None:
    others = [kind for kind in Rupture if kind is not Rupture.TOO_AGREEABLE]
    assert standing((Rupture.TOO_AGREEABLE, *others))[0] is Rupture.TOO_AGREEABLE


@pytest.mark.parametrize(("kind", "style"), sorted(AGAINST_STYLE))
def test_the_correction_of_a_reply_outranks_the_style_it_is_against(
    kind: Rupture, style: str
) -> None:
    assert is_against(kind, style)
    assert not is_against(None, style)
    assert not is_against(Rupture.OTHER, style)
