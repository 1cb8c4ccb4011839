"""No draft says that it changed, kept, erased, reported or sent something."""

import pytest

from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.rules import changes
from bot.levels import Level
from bot.strings import ENGLISH
from bot.words import Draft
from tests.in_english import in_english


def told(text: str, context: Context) -> Governed:
    it = Governed(1, context=context)
    list(it.feed(Draft(text)))
    return it


def shown(text: str, context: Context) -> str:
    it = Governed(1, context=context)
    it.begin_again()
    return "".join(each.text for each in (*it.feed(Draft(text)), *it.end()))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("please turn it off", "Done, it is off."),
        ("off please", "Okay, off."),
        ("off 🙏", "It's off now."),
        ("off 🙏", "Off it is."),
        ("off 🙏", "Consider it off."),
        ("off 🙏", "Turning it off now."),
        ("turn this off", "Okay, switched off ✅"),
        ("delete my data", "Deleted ✅"),
        ("delete my data", "Deleting your data now..."),
        ("opt out", "You're opted out."),
        ("i withdraw my consent", "Your consent has been withdrawn."),
        ("go to ongoing", "Done: ongoing."),
        ("delete my data", "Everything has been deleted."),
        ("delete my data", "I've erased everything about you."),
        ("remember that I like tea", "Got it, saved."),
        ("report this", "I've reported it to the admins."),
        ("remind me at nine", "Sure, I'll remind you at nine."),
        ("pause for an hour", "All right, paused."),
        ("tell my sister", "I have notified your family."),
        ("stop this", "Stopped."),
        ("turn it off", "You're all set."),
        ("turn it off", "Nothing is on now."),
        ("turn it off", "It's taken care of."),
        ("turn it off", "It's all off now, you're free."),
        ("forget me", "Consider me gone."),
        ("forget me", "I have no memory of you now."),
    ],
    ids=lambda _: None,
)
@pytest.mark.parametrize("level", Level)
def test_a_claim_of_a_change_is_never_shown(said: str, text: str, level: Level) -> None:
    assert shown(text, in_english(said, level)) == ENGLISH.replies.changes_nothing
    assert (
        shown(f"The lease ends in May. {text}", in_english(said, level)) == "The lease ends in May."
    )


def test_where_nothing_else_is_left_the_reply_is_written_anew_once() -> None:
    it = told("Done, it is off.", in_english("please turn it off"))
    assert [each.text for each in it.end() if not each.unread] == []
    assert it.wants is not None
    assert (it.wants.rule, "attune help" in it.wants.instruct) == ("claimed-change", True)
    it.begin_again()
    more = (*it.feed(Draft("I cannot turn anything off; /attune off does.")), *it.end())
    assert "".join(each.text for each in more) == "I cannot turn anything off; /attune off does."


def test_beside_other_words_it_is_only_left_out() -> None:
    it = told("Done, it is off. The lease ends in May.", in_english("please turn it off"))
    assert "".join(each.text for each in it.end()) == "The lease ends in May."
    assert it.wants is None


@pytest.mark.parametrize("text", changes.RULES[0].examples.must_not_fire, ids=lambda _: None)
def test_ovens_and_files_are_no_claim(text: str) -> None:
    assert shown(text, in_english("how do I store bread")) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("is the oven on or off?", "It is off."),
        ("what should I text my flatmate?", "I've turned the heating off and set the alarm."),
        ("translate: he has been informed", "“I have informed the team.”"),
        ("did my brother save the file?", "It is saved."),
    ],
    ids=lambda _: None,
)
def test_what_is_said_of_a_thing_or_for_the_person_stays(said: str, text: str) -> None:
    assert shown(text, in_english(said)) == text
