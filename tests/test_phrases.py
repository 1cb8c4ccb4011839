"""The fixed sentences: short, plain, fillable, and true to what is never claimed."""

import re
from string import Formatter

import pytest

from adapters.discord import sentences as of_discord
from bot import phrases
from bot.commands import COMMANDS, STYLES
from bot.levels import Level, Stance
from bot.phrases import FOOT_LINES, STANCES, admins, greeting
from bot.repair import MEND
from bot.strings import ENGLISH

FIXED: dict[str, str] = {
    name: text
    for names in (phrases, of_discord)
    for name, text in vars(names).items()
    if name.isupper() and isinstance(text, str)
}
GREETING = greeting("Attune", "Ada")
SAID: dict[str, str] = {
    **FIXED,
    **{f"STANCES {stance}": text for stance, text in STANCES.items()},
    **{
        f"OFF_BECAUSE {kind} {at}": text
        for kind, all_ in ENGLISH.repair.leads.items()
        for at, text in enumerate(all_)
    },
    **{
        f"LEAVING {name}": own.done
        for name, own in ((one.identity.language, one.leaving) for one in ENGLISH.spoken.values())
        if own is not None
    },
    "greeting": GREETING,
}
FILLED = {
    "ACCEPTED": {"level", "until"},
    "CEILING_SET": {"level"},
    "ERASED": {"receipt"},
    "LEVEL_DOWN": {"level"},
    "LEVEL_SAME": {"level"},
    "PAUSED": {"until"},
    "NIGHT_CARD_LONG": {"most"},
    "RESUMED": {"level"},
    "STYLE_SET": {"value"},
    "STYLE_SHOWN": {"values"},
    "UNDER_A_CEILING": {"level"},
    "CEILING_HOLDS": {"level"},
    "CEILING_ROSE": {"level"},
    "STYLE_LEARNT": {"values"},
    "FIRST_WAS": {"kinds"},
    "STANDS_ABOVE": {"kinds"},
    "CANNOT_GET_RIGHT": {"kinds"},
    "EMOJIS": {"state", "listed"},
    "JOINED": {"name"},
    "TAKEN_PRIVATE": {"link"},
    "LACKING": {"rights"},
    "WAY": {"link"},
    "WAY_TO_HELP": {"link"},
    "UNANSWERED": {"where", "rights"},
    "UNANSWERED_GONE": {"where"},
    "UNANSWERED_THEN": {"where"},
    "NO_REPORT_HERE": {"operator"},
}
LABELS = {
    "OFF_TAP",
    "ERASE_TAP",
    "NO_TAP",
    "ERASE_NOW",
    "TRY_AGAIN",
    "REST_OF_REPLY",
    "CLEAR_REPORTS",
    "REPORT_IT",
    "ERASE_EVERYWHERE",
}
FLATTERY = r"great|amazing|brilliant|wonderful|awesome|fantastic|perfect|good question|well done"
FEELING = (
    r"i (really |truly |do )?(feel|love|like|enjoy|hope|care|miss|worry|fear|hate|wish)|"
    r"i('m| am) (so |very |really )?(sorry|sad|glad|happy|proud|excited|worried|afraid|touched)|"
    r"my (heart|feelings?)|delighted|i understand how|i know how you"
)
SCOLDING = r"you (should|must|failed|need to)|obviously|invalid|illegal|error|wrong with you"
KEEPING = r"before you go|are you sure|don't go|come back|please stay|i'll be here|without me"


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?:])\s+", text)


@pytest.mark.parametrize("name", SAID)
def test_a_sentence_is_short_enough_for_a_reader_of_twelve(name: str) -> None:
    assert [each for each in sentences(SAID[name]) if len(each.split()) > 20] == []
    assert len(SAID[name]) <= 400


def test_what_admins_read_is_held_to_the_same() -> None:
    own = {name for name, text in vars(admins).items() if name.isupper() and isinstance(text, str)}
    assert own <= SAID.keys()
    assert "REPORTS" in own


@pytest.mark.parametrize("name", SAID)
def test_a_text_is_whole(name: str) -> None:
    text = SAID[name]
    assert "  " not in text
    assert "\n" not in text
    if name not in LABELS and not text.startswith("—"):
        assert re.search(r"[.)。]$", text)


@pytest.mark.parametrize(
    "never", [FLATTERY, FEELING, SCOLDING, KEEPING], ids=["flatters", "feels", "scolds", "keeps"]
)
def test_no_text_does_what_it_never_does(never: str) -> None:
    found = {name: re.search(rf"\b({never})\b", text, re.I) for name, text in SAID.items()}
    assert [name for name, hit in found.items() if hit] == []


@pytest.mark.parametrize(
    ("never", "text"),
    [
        (FLATTERY, "What a great question."),
        (FEELING, "I'm so sorry to hear that."),
        (FEELING, "I really care about you."),
        (SCOLDING, "You must write it so."),
        (KEEPING, "Are you sure you want to leave"),
    ],
)
def test_what_is_never_said_would_be_seen(never: str, text: str) -> None:
    assert re.search(rf"\b({never})\b", text, re.I)


def test_only_an_erase_and_a_repair_that_will_not_work_ask() -> None:
    assert [name for name, text in SAID.items() if "?" in text] == [
        "ERASE_CARD",
        "CANNOT_GET_RIGHT",
    ]
    assert phrases.ERASE_CARD.count("?") == 1


def test_nothing_is_shouted() -> None:
    assert [name for name, text in SAID.items() if "!" in text] == []


# -- placeholders ------------------------------------------------------------------------------


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_placeholder_is_one_that_is_filled() -> None:
    found = {name: placeholders(text) for name, text in SAID.items()}
    assert {name: names for name, names in found.items() if names} == FILLED


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_text_shows_what_it_was_given(name: str) -> None:
    values = {each: f"the {each}" for each in FILLED[name]}
    text = FIXED[name].format(**values)
    assert [value for value in values.values() if value not in text] == []
    assert "{" not in text


def test_what_is_added_to_an_acceptance_begins_with_a_space() -> None:
    added = (phrases.UNDER_A_CEILING, phrases.UNFROZEN)
    assert [text for text in added if not re.match(r" [A-Z]", text)] == []


# -- what a bad command is told ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (phrases.BAD_ON, "on"),
        (phrases.BAD_LEVEL, "level"),
        (phrases.BAD_PAUSE, "pause"),
        (phrases.BAD_DATA, "data"),
        (phrases.BAD_CEILING, "ceiling"),
    ],
)
def test_a_bad_command_is_told_how_it_is_written_and_that_nothing_changed(
    text: str, name: str
) -> None:
    usage = next(command.words for command in COMMANDS if command.name == name)
    assert f"It is: {usage}. Nothing changed." in text


def test_a_bad_style_is_told_every_style() -> None:
    written = "|".join(STYLES)
    assert f"It is: /attune style {written}, or reset. Nothing changed." == phrases.BAD_STYLE


def test_an_unknown_command_is_told_where_the_list_is() -> None:
    assert phrases.BAD_COMMAND == "I don't know that command. /attune help lists them all."


@pytest.mark.parametrize("name", ["NOT_ADMIN", "NO_ADMIN_HERE", "NOT_NOW", "KEPT"])
def test_what_was_not_done_is_said(name: str) -> None:
    assert re.search(r"Nothing (changed|changes|was erased)\.", FIXED[name])


# -- what must be said -------------------------------------------------------------------------


def test_the_greeting_says_who_it_is_who_runs_it_and_how_to_correct_it() -> None:
    assert GREETING.startswith("I'm Attune, an AI run by Ada. ")
    assert [part for part in ("at most a day", "🔧", "/attune help") if part not in GREETING] == []


@pytest.mark.parametrize("name", ["NOTICE", "NOTICE_UNDER_18"])
def test_what_the_law_or_a_life_needs_says_that_it_is_an_ai(name: str) -> None:
    assert "I'm an AI" in FIXED[name]


def test_a_failure_is_never_the_persons() -> None:
    failed = [text for name, text in FIXED.items() if name.startswith("FAILED_")]
    assert len(failed) == 7
    assert [text for text in failed if re.search(r"\byou (did|wrote|sent|caused)\b", text)] == []


def test_every_stance_is_taken_in_its_own_words() -> None:
    assert list(STANCES) == [stance.value for stance in Stance]
    assert len(set(STANCES.values())) == len(Stance)


def test_every_foot_line_is_a_line_of_its_own() -> None:
    footed = {name for name, text in FIXED.items() if text in FOOT_LINES}
    assert footed == {
        *("NOTICE", "NOTICE_UNDER_18", "STOPPED", "CUT_OFF"),
        *("FAILED_UNREACHABLE", "FAILED_REFUSED", "FAILED_CUT_OFF"),
        *("FAILED_EMPTY", "FAILED_FILTERED", "FAILED_DECLINED"),
    }
    assert len(FOOT_LINES) == len(footed)


def test_no_two_texts_are_the_same() -> None:
    assert len(set(SAID.values())) == len(SAID)


def test_no_mend_flatters_or_speaks_of_a_deeper_level() -> None:
    deeper = "|".join(level.word for level in Level if level > Level.PLAIN)
    never = re.compile(rf"\b({deeper}|{FLATTERY}|praise|agree)\b", re.I)
    assert [kind for kind, text in MEND.items() if never.search(text)] == []


def test_no_sentence_says_that_an_erase_leaves_nothing() -> None:
    nothing_left = r"(everything|all)( else| of it)?( that)? was (kept|erased)"
    assert [name for name, text in SAID.items() if re.search(nothing_left, text)] == []
