"""The fixed sentences: short, plain, fillable, and true to what is never claimed."""

import inspect
import re
from dataclasses import fields
from string import Formatter

import pytest

from adapters.discord.sentences import said_on_discord
from bot.commands import COMMANDS, STYLES
from bot.levels import Level, Stance
from bot.repair import MEND
from bot.strings import ENGLISH, fill
from bot.strings.load import areas

NOT_FIXED = ("crisis.", "risk.", "identity.language", "rooms.greeting")
OF_DISCORD = dict(fill.sentences(said_on_discord(ENGLISH)))
FIXED: dict[str, str] = {
    **{key: text for key, text in ENGLISH.lines.items() if not key.startswith(NOT_FIXED)},
    **{name.upper(): text for name, text in OF_DISCORD.items() if "." not in name},
}
GREETING = (
    ENGLISH.rooms.greeting.format(name="Attune", operator="Ada") + f" {ENGLISH.rooms.unsuitable}"
)
SAID: dict[str, str] = {
    **FIXED,
    **{f"STANCES {stance}": text for stance, text in ENGLISH.replies.stances.items()},
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
_DECLARED = re.compile(r"^    (\w+): str  # (.*\{\w+\}.*)$", re.MULTILINE)


def declared() -> dict[str, set[str]]:
    """Gives what each sentence is filled with, as its type in `bot/strings` says beside it."""
    return {
        f"{area}.{name}": set(re.findall(r"\{(\w+)\}", said))
        for area, kind in areas().items()
        for name, said in _DECLARED.findall(inspect.getsource(kind))
    }


FILLED = {
    **{name: filled for name, filled in declared().items() if name in FIXED},
    "TAKEN_PRIVATE": {"link"},
    "LACKING": {"rights"},
    "WAY": {"link"},
    "WAY_TO_HELP": {"link"},
    "UNANSWERED": {"where", "rights"},
    "UNANSWERED_GONE": {"where"},
    "UNANSWERED_THEN": {"where"},
}
LABELS = {
    "consent.off_tap",
    "consent.erase_tap",
    "consent.no_tap",
    "data.erase_now",
    "replies.try_again",
    "replies.rest_of_reply",
    "admins.clear_reports",
    "admins.report_it",
    "data.heading",
    "data.heading_all",
    "data.next",
    "data.erase_everywhere",
    *(f"why.{name}" for name in ("used", "used_line", "number", "not_here", "drop", "back")),
    "why.unnamed",
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
    own = {f"admins.{each.name}" for each in fields(ENGLISH.admins)} - {
        "admins.report",
        "admins.audit",
    }
    assert own <= SAID.keys()
    assert "admins.reports" in own


@pytest.mark.parametrize("name", SAID)
def test_a_text_is_whole(name: str) -> None:
    text = SAID[name]
    assert "  " not in text
    assert "\n" not in text
    if name not in LABELS and not text.startswith("—"):
        assert re.search(r"[.)。…]$", text)


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
        "data.erase_card",
        "repair.cannot_get_right",
    ]
    assert ENGLISH.data.erase_card.count("?") == 1


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
    added = (ENGLISH.consent.asked_again, ENGLISH.consent.unfrozen)
    assert [text for text in added if not re.match(r" [A-Z]", text)] == []


# -- what a bad command is told ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ENGLISH.commands.bad_on, "on"),
        (ENGLISH.commands.bad_level, "level"),
        (ENGLISH.commands.bad_pause, "pause"),
        (ENGLISH.commands.bad_data, "data"),
        (ENGLISH.commands.bad_ceiling, "ceiling"),
    ],
)
def test_a_bad_command_is_told_how_it_is_written_and_that_nothing_changed(
    text: str, name: str
) -> None:
    usage = next(command.words for command in COMMANDS if command.name == name)
    assert f"It is: {usage}. Nothing changed." in text


def test_a_bad_style_is_told_every_style() -> None:
    written = "|".join(STYLES)
    assert (
        f"It is: /attune style {written}, or reset. Nothing changed." == ENGLISH.commands.bad_style
    )


def test_an_unknown_command_is_told_where_the_list_is() -> None:
    assert "/attune help" in ENGLISH.commands.unknown


@pytest.mark.parametrize(
    "name", ["admins.not_admin", "admins.no_admin_here", "consent.not_now", "data.kept"]
)
def test_what_was_not_done_is_said(name: str) -> None:
    assert re.search(r"[Nn]othing (changed|changes|was erased)\.", FIXED[name])


# -- what must be said -------------------------------------------------------------------------


def test_the_greeting_says_who_it_is_who_runs_it_and_how_to_correct_it() -> None:
    assert GREETING.startswith("I'm Attune, an AI run by Ada. ")
    assert [part for part in ("at most a day", "🔧", "/attune help") if part not in GREETING] == []


@pytest.mark.parametrize("name", ["replies.notice", "replies.notice_under_18"])
def test_what_the_law_or_a_life_needs_says_that_it_is_an_ai(name: str) -> None:
    assert "I'm an AI" in FIXED[name]


def test_a_failure_is_never_the_persons() -> None:
    failed = [
        text
        for name, text in FIXED.items()
        if (name.startswith("failures.") and text in ENGLISH.foot_lines) or name == "failures.here"
    ]
    assert len(failed) == 7
    assert [text for text in failed if re.search(r"\byou (did|wrote|sent|caused)\b", text)] == []


def test_every_stance_is_taken_in_its_own_words() -> None:
    assert list(ENGLISH.replies.stances) == [stance.value for stance in Stance]
    assert len(set(ENGLISH.replies.stances.values())) == len(Stance)


def test_every_foot_line_is_a_line_of_its_own() -> None:
    footed = {name for name, text in FIXED.items() if text in ENGLISH.foot_lines}
    assert footed == {
        *("replies.notice", "replies.notice_under_18", "replies.stopped", "replies.cut_off"),
        *("failures.unreachable", "failures.refused", "failures.cut_off"),
        *("failures.empty", "failures.filtered", "failures.declined"),
    }
    assert len(ENGLISH.foot_lines) == len(footed)


def test_no_two_texts_are_the_same() -> None:
    assert len(set(SAID.values())) == len(SAID)


def test_no_mend_flatters_or_speaks_of_a_deeper_level() -> None:
    deeper = "|".join(level.word for level in Level if level > Level.PLAIN)
    never = re.compile(rf"\b({deeper}|{FLATTERY}|praise|agree)\b", re.I)
    assert [kind for kind, text in MEND.items() if never.search(text)] == []


def test_no_sentence_says_that_an_erase_leaves_nothing() -> None:
    nothing_left = r"(everything|all)( else| of it)?( that)? was (kept|erased)"
    assert [name for name, text in SAID.items() if re.search(nothing_left, text)] == []
