"""Languages: what is answered in which, what is heard, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, DropPreference, KeepPreference, TouchConversation
from bot.capabilities import Capabilities
from bot.choices import Choice, EraseHere, SpeakIn, values_of
from bot.decide import Decision, languages
from bot.decide.languages import KNOWN, Hearing
from bot.records import EpisodeRow, LanguageRow, Owner, PersonRow
from bot.snapshot import NOBODY
from bot.strings import ENGLISH, OFFERED
from tests.scene import (
    AT,
    HOUSE,
    MET,
    ONE_OF_EACH,
    SHARED,
    Known,
    commands,
    decide,
    edits,
    known,
    post,
    says,
    talking,
    taps,
)

GERMAN, FRENCH = ENGLISH.to("de"), ENGLISH.to("fr")
SAID = "Ich weiß nicht, was ich machen soll, und ich bin ganz allein."
IN_ENGLISH = "I do not know what to do about it, and there is nobody to ask."
NEW = PersonRow(Owner("ada"))


def row(code: str, by: str) -> LanguageRow:
    return LanguageRow(NOBODY, code=code, by=by)


HEARD = replace(row("de", "heard"), told_at=AT)


def reading(code: str, by: str, of: Known | None = None) -> Known:
    """Gives somebody whose language is known, as their snapshot is loaded."""
    return replace(of or known(), house=HOUSE.to(code), preferences=(row(code, by),))


def heard_before(code: str, of: Known | None = None) -> Known:
    """Gives the same after a message that was surely in that language."""
    talk = talking(of or known())
    return replace(talk, conversation=replace(talk.conversation, heard=code))


def kept(turn: Decision) -> list[Action]:
    """Gives what a decision keeps of the person's language."""
    return [one for one in turn.actions if isinstance(one, KeepPreference | DropPreference)]


def counted(turn: Decision) -> list[str | None]:
    return [one.heard for one in turn.actions if isinstance(one, TouchConversation)]


def said(turn: Decision) -> list[str]:
    return [one.text for one in turn.actions if isinstance(one, Say)]


# -- heard ---------------------------------------------------------------------------------------


def test_one_message_in_another_language_counts_and_changes_nothing() -> None:
    turn = decide(says(SAID), known())
    assert (kept(turn), counted(turn), turn.language) == ([], ["de"], "")
    assert turn.ask is not None
    assert turn.ask.language == ""


def test_the_second_one_makes_it_theirs_and_is_said_once_with_a_tap_that_goes_back() -> None:
    turn = decide(says(SAID), heard_before("de"))
    assert kept(turn) == [KeepPreference(HEARD)]
    assert (counted(turn), turn.language) == ([""], "de")
    assert turn.ask is not None
    assert turn.ask.language == "de"
    (say,) = (one for one in turn.actions if isinstance(one, Say))
    assert say.text == GERMAN.language.heard
    assert say.choices == (Choice("Zurück zu: English", SpeakIn("en")),)
    assert (say.to, say.may_be_seen, say.reply_to) == (says(SAID).person, True, "m1")


def test_it_is_said_once_a_day_at_most_however_often_they_change() -> None:
    told = replace(row("fr", "heard"), told_at=AT - timedelta(hours=23))
    french = replace(reading("fr", "heard"), preferences=(told,))
    turn = decide(says(SAID), heard_before("de", french))
    assert (kept(turn), said(turn)) == ([KeepPreference(replace(told, code="de"))], [])
    assert turn.language == "de"
    long_ago = replace(told, told_at=AT - timedelta(hours=25))
    turn = decide(says(SAID), heard_before("de", replace(french, preferences=(long_ago,))))
    assert (kept(turn), said(turn)) == ([KeepPreference(HEARD)], [GERMAN.language.heard])


def test_of_somebody_never_met_one_is_enough_and_stands_below_the_greeting() -> None:
    turn = decide(says(SAID), replace(known(), person=NEW))
    assert kept(turn) == [KeepPreference(HEARD)]
    assert said(turn) == []
    assert turn.ask is not None
    greeting = (
        GERMAN.rooms.greeting.format(name="Attune", operator="Ada") + f" {GERMAN.rooms.unsuitable}"
    )
    assert turn.ask.notice == f"{greeting} {GERMAN.language.briefly}"


def test_where_nobody_is_greeted_it_is_said_to_somebody_new_too() -> None:
    here = replace(known(direct=False), person=NEW, was_room_greeted=True)
    assert GERMAN.language.heard in said(decide(says(SAID, SHARED), here))


def test_theirs_between_two_in_another_lets_the_first_count_no_more() -> None:
    assert counted(decide(says(IN_ENGLISH), heard_before("de"))) == [""]
    assert counted(decide(says(IN_ENGLISH), known())) == [None]


@pytest.mark.parametrize("text", ["ok", "hm", "😀", "ja", "> und ich weiß nicht, was das soll"])
def test_what_tells_no_language_leaves_what_counted(text: str) -> None:
    assert counted(decide(says(text), heard_before("de"))) == [None]


@pytest.mark.parametrize("text", [f'"{SAID}"', f"„{SAID}“", f"```\n{SAID}\n```", f"> {SAID}"])
def test_what_is_quoted_or_code_is_not_theirs(text: str) -> None:
    turn = decide(says(text), heard_before("de"))
    assert (kept(turn), turn.language) == ([], "")


def test_a_language_that_is_not_offered_is_answered_as_before() -> None:
    turn = decide(says("я не знаю що мені робити і мій тато дуже хворий"), heard_before("uk"))
    assert (kept(turn), turn.language) == ([], "")


def test_what_was_said_by_command_is_never_changed_by_words() -> None:
    person = heard_before("de", reading("fr", "command"))
    turn = decide(says(SAID), person)
    assert (kept(turn), counted(turn), turn.language) == ([], [None], "fr")


@pytest.mark.parametrize("by", ["heard", "platform"])
def test_what_was_heard_or_told_by_a_platform_is_changed_by_words(by: str) -> None:
    turn = decide(says(SAID), heard_before("de", reading("fr", by)))
    assert kept(turn) == [KeepPreference(HEARD)]
    assert "Français" in str([one.choices for one in turn.actions if isinstance(one, Say)])


def test_an_edit_changes_no_language() -> None:
    assert languages.hearing(edits(SAID), heard_before("de").for_event(edits(SAID))) == KNOWN


def test_while_an_episode_lasts_no_language_is_learnt() -> None:
    person = replace(heard_before("de"), episode=EpisodeRow(Owner("e"), at=AT, referred=2))
    turn = decide(says(SAID), person)
    assert (kept(turn), counted(turn)) == ([], [None])


@pytest.mark.parametrize("text", ["ich bringe mich um", "je veux me tuer ce soir"])
def test_words_about_a_life_are_answered_in_theirs_and_teach_nothing(text: str) -> None:
    turn = decide(says(text), heard_before("de"))
    code = "de" if text.startswith("ich") else "fr"
    assert (kept(turn), counted(turn), turn.language) == ([], [None], code)


def test_words_about_a_life_are_answered_in_english_where_they_are_english() -> None:
    text = "I do not want to be here any more and I want to kill myself tonight"
    assert decide(says(text), reading("de", "command")).language == ""


def test_who_is_blocked_or_past_a_limit_is_not_learnt_about() -> None:
    blocked = heard_before("de", replace(known(), person=replace(MET, blocked=True)))
    assert decide(says(SAID), blocked) == Decision(language="de")
    full = replace(MET, minute_at=AT, minute_count=1000, told_at=AT)
    assert kept(decide(says(SAID), heard_before("de", replace(known(), person=full)))) == []


# -- by the platform -----------------------------------------------------------------------------


def test_what_a_platform_says_is_kept_once() -> None:
    event = replace(commands("status"), locale="de")
    first = decide(event, replace(known(), house=HOUSE.to("de")))
    assert kept(first) == [KeepPreference(row("de", "platform"))]
    assert (first.language, kept(decide(event, reading("de", "platform")))) == ("de", [])


def test_another_that_a_platform_says_takes_the_place_of_what_it_said_alone() -> None:
    event = replace(commands("status"), locale="fr")
    turn = decide(event, replace(reading("de", "platform"), house=HOUSE.to("fr")))
    assert kept(turn) == [KeepPreference(row("fr", "platform"))]
    assert kept(decide(event, reading("de", "heard"))) == []
    assert kept(decide(event, reading("de", "command"))) == []


def test_the_houses_own_language_and_one_that_is_not_offered_are_not_kept() -> None:
    for locale in ("en", "tlh"):
        assert kept(decide(replace(commands("status"), locale=locale), known())) == []


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_where_nothing_is_done_nothing_is_kept(event: object) -> None:
    event = replace(event, locale="de")  # type: ignore[type-var]
    turn = decide(event, replace(known(), house=HOUSE.to("de")))  # type: ignore[arg-type]
    assert not kept(turn) or len(turn.actions) > 1


def test_an_erase_leaves_no_language_behind() -> None:
    event = replace(taps("Löschen"), locale="de")
    person = replace(known(), house=HOUSE.to("de"), post=post(Choice("Löschen", EraseHere())))
    assert kept(decide(event, person)) == []


def test_who_is_ignored_is_not_learnt_about() -> None:
    event = replace(says(SAID), locale="de")
    ignored = replace(known(), person=replace(MET, ignored=True))
    assert decide(event, heard_before("de", ignored)) == Decision()


# -- by command ----------------------------------------------------------------------------------


def test_a_language_is_set_and_said_in_itself() -> None:
    turn = decide(commands("language deutsch"), known())
    assert kept(turn) == [KeepPreference(row("de", "command"))]
    assert (said(turn), turn.language) == ([GERMAN.language.set], "de")


def test_a_tap_sets_it_in_place_of_what_was_tapped() -> None:
    person = replace(reading("de", "heard"), post=post(Choice("Zurück", SpeakIn("en"))))
    turn = decide(taps("Zurück"), person)
    assert kept(turn) == [KeepPreference(row("en", "command"))]
    assert AnswerCard(taps("").message, ENGLISH.language.set) in turn.actions
    assert turn.language == ""


def test_what_holds_is_shown_with_every_other_one() -> None:
    turn = decide(commands("language"), reading("de", "heard"))
    (say,) = (one for one in turn.actions if isinstance(one, Say))
    assert say.text == f"{GERMAN.language.now}\n{GERMAN.language.others}"
    others = [code for code in OFFERED if code != "de"]
    assert [one.means for one in say.choices] == [SpeakIn(code) for code in others]
    assert [one.label for one in say.choices] == [ENGLISH.to(code).language.name for code in others]


def test_a_list_of_languages_marks_the_one_that_holds() -> None:
    where = replace(SHARED, can=Capabilities(has_lists=True))
    (say,) = (
        one
        for one in decide(commands("language", where), reading("de", "command")).actions
        if isinstance(one, Say)
    )
    assert [one.means for one in say.choices] == [SpeakIn(code) for code in OFFERED]
    assert values_of(say.choices).holds == GERMAN.language.name


def test_auto_forgets_it_and_says_so_in_the_language_that_holds_then() -> None:
    turn = decide(commands("language auto"), reading("de", "command"))
    assert (kept(turn), said(turn)) == ([DropPreference(LanguageRow)], [ENGLISH.language.auto])
    assert turn.language == ""
    by_platform = replace(commands("language auto"), locale="fr")
    turn = decide(by_platform, reading("de", "command"))
    assert (said(turn), turn.language) == ([FRENCH.language.auto], "fr")
    assert kept(turn) == [DropPreference(LanguageRow)]


def test_a_hearing_over_a_snapshot_changes_its_house_alone() -> None:
    snapshot = known(direct=False)
    assert KNOWN.over(snapshot) is snapshot
    assert Hearing("tlh").over(snapshot) is snapshot
    over = Hearing("de").over(snapshot)
    assert over.strings is GERMAN
    assert replace(over, house=HOUSE) == snapshot
    assert (over.language, over.house.usual, over.house.to("en").language) == ("de", "en", "")
