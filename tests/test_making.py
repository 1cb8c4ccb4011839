"""What writes the replies: how it is kept, what is said of a change, and who decides on one."""

import hashlib
from dataclasses import replace

import pytest

from bot.ids import MessageId, PersonId
from bot.levels import LEVELS, Level
from bot.making import LEVELS_VERSION, PROMPT_VERSION, Making, changes, dump, load
from bot.prompt.request import ReplyRequest
from bot.prompt.system import system
from bot.strings import ENGLISH, OFFERED
from bot.words import Brief

SAID = ENGLISH.continuity
A = Making(("a", "b"), ("one.example",))

# Of which texts the versions speak. Where one of these differs, decide: does it make another
# companion, or give a level another meaning? Then raise its version in bot/making.py, and everybody
# hears of it before their next reply. Is it only said better? Then write the new figure here.
PROMPT = ("1", "8ae1757364579b1a")
MEANING = ("1", "6ff4d4bb2c853fe1")
DECIDE = (
    "A text changed that people were told of. If the replies it makes are others, or a level means "
    "something else, raise its version in bot/making.py; in any case write the new pair here."
)


def figure(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def lasting(level: Level) -> str:
    """Gives what every reply at a level is told."""
    brief = Brief(level, None, 1, 1, None, (), first=False)
    asked = ReplyRequest(
        brief, PersonId("p"), MessageId("m"), True, None, "", "Attune", 8192, strings=ENGLISH
    )
    return system(asked, 8192)


def test_who_changes_what_every_reply_is_told_decides_whether_people_hear_of_it() -> None:
    told = "\n\n".join(map(lasting, Level))
    assert (PROMPT_VERSION, figure(told)) == PROMPT, DECIDE


def test_who_changes_what_a_level_means_decides_whether_people_hear_of_it() -> None:
    meaning = "\n".join(
        f"{row} {ENGLISH.cards.tones[level.word]} {ENGLISH.cards.continuity[level.word]}"
        for level, row in LEVELS.items()
    )
    assert (LEVELS_VERSION, figure(meaning)) == MEANING, DECIDE


def test_what_is_kept_of_it_reads_again_and_nothing_is_no_making() -> None:
    assert load(dump(A)) == A
    assert [load(one) for one in ("", "x", "{}", "[1]")] == [None] * 4


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (A, []),
        (replace(A, models=("c",)), [SAID.models.format(now="c", before="a, b")]),
        (replace(A, hosts=()), [SAID.hosts.format(now=SAID.nothing["host"], before="one.example")]),
        (replace(A, prompt="x"), [SAID.prompt]),
        (replace(A, levels="x"), [SAID.levels]),
    ],
)
def test_each_part_that_changed_is_one_sentence(now: Making, said: list[str]) -> None:
    assert list(changes(A, now, ENGLISH)) == said


def test_a_name_marks_nothing_and_where_there_is_none_it_is_said_in_words() -> None:
    (said,) = changes(Making(), Making(("**evil** <#1>\n# x",)), ENGLISH)
    assert "**" not in said
    assert "\n" not in said
    assert SAID.nothing["model"] in said


@pytest.mark.parametrize("code", OFFERED)
def test_a_card_of_every_change_at_once_is_short_in_every_language(code: str) -> None:
    said = ENGLISH.to(code)
    other = Making(("a" * 40,), ("other.example.org",), "x", "x")
    lines = (said.continuity.changed, *changes(A, other, said), said.continuity.kept)
    assert len("\n".join(lines)) <= 600
