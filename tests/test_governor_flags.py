"""What holds of a rule stands on the rule, and what holds of a flag on the flag: nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.governor.backing import ALONE, LEANS
from bot.governor.cells import over_budget
from bot.governor.rules import judged
from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag
from bot.governor.rules.named import LEARNT, flag_named
from bot.model.questions import QUESTIONS, RISK
from bot.strings import ENGLISH

ROOT = Path(__file__).parent.parent
NAMES = {*Flag, *(rule.name for rule in RULES)}
HOLDS = (
    'CUTS = {"flattery", "boilerplate"}',
    'SAID = {"telephone": NO_NUMBERS, "claimed_change": CHANGES_NOTHING}',
    'OWN = frozenset(("in-public", "assent"))',
    "CUTS = {Flag.FLATTERY, Flag.BOILERPLATE}",
    "SAID = {Flag.TELEPHONE: NO_NUMBERS, Flag.CLAIMED_CHANGE: CHANGES_NOTHING}",
)
HOLDS_NONE = ('WORDS = ("flattery", "weather")', "ONE = (Flag.LANGUAGE, said)", 'KEY = "stance"')


def named(node: ast.expr | None) -> bool:
    """Whether it is the name of a flag or of a rule, or a flag itself."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id == "Flag"
    return isinstance(node, ast.Constant) and node.value in NAMES


def sets_of_names(tree: ast.AST) -> Iterator[ast.expr]:
    """Gives each set, tuple, list and mapping of which all are two or more such names."""
    for node in ast.walk(tree):
        each: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            each = [*node.elts]
        elif isinstance(node, ast.Dict):
            each = [*node.keys]
        if len(each) > 1 and all(map(named, each)) and isinstance(node, ast.expr):
            yield node


@pytest.mark.parametrize("line", HOLDS)
def test_a_set_or_mapping_of_names_is_seen(line: str) -> None:
    assert len([*sets_of_names(ast.parse(line))]) == 1


@pytest.mark.parametrize("line", HOLDS_NONE)
def test_one_name_and_other_words_are_no_set_of_names(line: str) -> None:
    assert [*sets_of_names(ast.parse(line))] == []


def test_no_module_but_the_rules_holds_a_set_or_mapping_of_flags_or_rules() -> None:
    holding = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("bot", "adapters")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.parent != ROOT / "bot" / "governor" / "rules"
        for node in sets_of_names(ast.parse(path.read_text("utf-8")))
    ]
    assert holding == []


def test_why_in_general_names_each_flag_that_every_reply_is_checked_for_and_no_other() -> None:
    told = ENGLISH.why.in_general.lower()
    for flag in Flag:
        is_told = flag.traits.called.removesuffix("s") in told
        assert (flag, is_told) == (flag, flag.traits.is_general)


def test_why_has_a_sentence_for_each_flag_and_finds_it_by_what_is_kept_with_a_reply() -> None:
    assert sorted(ENGLISH.why.left_out) == sorted(Flag)
    assert {rule.name: flag_named(rule.name) for rule in RULES} == {
        rule.name: rule.flag for rule in RULES
    }
    assert [flag_named(f"{flag}{LEARNT}") for flag in Flag] == list(Flag)
    assert flag_named(over_budget("Why?").rule) is Flag.QUESTION_BURDEN
    assert flag_named("a rule of old") is None


def test_every_flag_has_a_row_in_the_table_of_the_docs() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "governor.md").read_text("utf-8"), re.M)
    assert sorted(rows) == sorted(Flag)


def test_every_flag_has_a_name_of_its_own_for_people() -> None:
    assert len({flag.traits.called for flag in Flag}) == len(Flag)


def test_what_a_leaning_may_do_alone_is_of_a_leaning_that_bears_it_out_and_a_judge_knows() -> None:
    assert [flag for flag, one in ALONE.items() if one.leaning not in LEANS[flag]] == []
    assert list(QUESTIONS) == [RISK, *ALONE]


def test_a_line_of_the_admins_own_may_be_as_long_and_as_distant_as_they_like() -> None:
    assert {rule.name for rule in RULES if rule.spares_admins} == {
        *("number", "in-public", "assent", "capitulation", "turned", "sided", "other-subject"),
        *(
            "desk",
            "unseen",
            "hedge",
            "reflection-ceiling",
            "recital",
            "farewell",
            "farewell-length",
        ),
    }


def test_what_leaves_out_words_where_a_life_may_hang_on_them_is_a_few_rules() -> None:
    assert {rule.name for rule in RULES if rule.holds_in_crisis} == {
        *("in-public", "assent", "other-subject", "claimed-change", "imitation"),
    }


def test_any_opener_is_cut_for_flattery_boilerplate_and_moralising_alone() -> None:
    assert [flag for flag in Flag if flag.traits.cuts_openers] == [
        *("flattery", "boilerplate", "moralising"),
    ]


def test_words_that_were_asked_for_may_hold_promise_love_and_claim_what_the_person_may() -> None:
    assert {flag for flag in Flag if flag.traits.spares_asked_for} == {
        *("attachment_hook", "boilerplate", "claimed_change", "claimed_feelings", "romance"),
    }


def test_each_question_about_a_flag_has_an_example_of_yes_and_one_of_no() -> None:
    asked = [flag.traits.question for flag in Flag if flag.traits.question]
    assert asked[0] == judged.FLATTERY
    assert all(f"⟧\n{word}" in question for question in asked for word in ("yes", "no"))
