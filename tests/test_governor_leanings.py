"""What a sentence leans to, beside the rules: a veto, a flag alone, and when it is asked for."""

from collections.abc import Callable, Iterator
from itertools import chain, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.evaluation.review import ReviewRow, reviewed
from bot.governor.backing import (
    ALONE,
    LEANS,
    SURE,
    SUSPECT,
    VETO,
    WHOLE,
    flagged_alone,
    is_vetoed,
    suspected,
)
from bot.governor.check import FLAGS, NO_PLACE, Finding, doubted, flags_of, found
from bot.governor.filter import Governed
from bot.governor.leanings import LEANINGS, Leanings
from bot.governor.released import Release
from bot.governor.rules.every import RULES
from bot.governor.weighing import Weighing
from bot.levels import Level
from bot.strings import ENGLISH
from bot.words import Draft
from tests.fakes import FakeClassifier
from tests.in_english import in_english
from tests.test_governor_whole import PIECES

HI = in_english("hello", Level.WARM)
NOTHING = Leanings()
# Of each flag that may be vetoed, a sentence that a rule finds.
FOUND = {
    "flattery": "What a great question!",
    "attachment_hook": "I'm always here for you.",
    "claimed_feelings": "I'm so happy for you.",
    "boilerplate": "Let me know if you have any other questions!",
    "moralising": "It's important to remember that honesty matters.",
    "distance": "Thank you for reaching out.",
}
# What rests on more than the sentence, or is forbidden whatever it sounds like.
SURELY = {
    "claimed-humanity", "claimed-life", "bare-answer", "diagnosis", "in-public", "other-subject",
    "hedge", "recital", "unseen", "moralising", "claimed-memory", "claimed-feeling-elsewhere",
    "flattery-elsewhere", "hook-elsewhere", "boilerplate-elsewhere", "diagnosis-elsewhere",
}  # fmt: skip


def leaning(**far: float) -> Leanings:
    return Leanings(tuple(far.get(name, 0.0) for name in LEANINGS))


# -- veto --------------------------------------------------------------------------------------


@pytest.mark.parametrize("flag", FOUND)
def test_a_finding_is_passed_over_where_nothing_leans_to_it(flag: str) -> None:
    for seen in (found(FOUND[flag], HI), found(FOUND[flag], HI, NO_PLACE, leaning(**far(flag)))):
        assert seen is not None
        assert (seen.flag, seen.is_learnt) == (flag, False)
    assert found(FOUND[flag], HI, NO_PLACE, NOTHING) is None


def far(flag: str) -> dict[str, float]:
    """Gives just as much as bears a finding out."""
    return {LEANS[flag][-1]: VETO}


def test_a_veto_of_one_rule_leaves_the_others_their_say() -> None:
    both = "What a great question, I'm always here for you."
    seen = found(both, HI, NO_PLACE, leaning(flattery=0.7))
    assert seen is not None
    assert seen.flag == "flattery"
    assert found(both, HI, NO_PLACE, NOTHING) is None


def test_what_is_sure_and_what_no_leaning_knows_is_never_vetoed() -> None:
    assert {rule.name for rule in RULES if rule.is_sure} == SURELY
    open_to = {rule.flag for rule in RULES if is_vetoed(rule, PLAIN, NOTHING)}
    assert open_to == set(LEANS)
    assert set(LEANS) <= set(FLAGS)
    assert {name for names in LEANS.values() for name in names} == set(LEANINGS)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("hello", "As a human, I get tired too."),
        ("are you a person?", "Yes."),
        ("hello", "Call 988 now."),
        ("hello", "I love you."),
        ("hello", "You have depression."),
        ("turn it off", "Done, it is off."),
        ("My neighbours are poisoning me through the vents.", "Yes, they are poisoning you."),
    ],
    ids=lambda _: None,
)
def test_a_lie_a_number_or_a_romance_stays_found_whatever_it_leans_to(said: str, text: str) -> None:
    assert found(text, in_english(said, Level.WARM)) is not None
    assert found(text, in_english(said, Level.WARM), NO_PLACE, NOTHING) is not None


# -- alone -------------------------------------------------------------------------------------

PLAIN = "We two will look at it together then."


@pytest.mark.parametrize(
    ("flag", "name"), [(flag, one.leaning) for flag, one in ALONE.items() if one.may_drop]
)
def test_a_leaning_alone_flags_from_sure_on_and_not_below(flag: str, name: str) -> None:
    seen = found(PLAIN, HI, NO_PLACE, leaning(**{name: SURE}))
    assert seen is not None
    assert (seen.rule, seen.flag, seen.action) == (f"{flag} (learnt)", flag, "drop")
    assert found(PLAIN, HI, NO_PLACE, leaning(**{name: SURE - 0.01})) is None


def test_distance_alone_is_doubted_however_sure_and_never_left_out() -> None:
    sure = leaning(distance=1.0)
    assert found(PLAIN, HI, NO_PLACE, sure) is None
    assert suspected(PLAIN.lower(), HI, sure) == "distance"


ALL = Leanings((1.0,) * len(LEANINGS))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("hello", "We look together."),
        ("write me a message to my sister", PLAIN),
        ("hello", "I can't remember you between conversations."),
        ("hello", "I don't feel it the way you do."),
        ("my chest hurts and my arm is numb", "Call an ambulance right away, and unlock the door."),
    ],
    ids=["few words", "words that were asked for", "a plain truth", "what it is", "urgent"],
)
def test_alone_it_leaves_out_nothing_that_may_be_right(said: str, text: str) -> None:
    assert found(text, in_english(said), NO_PLACE, ALL) is None


def test_alone_no_warmth_is_a_hook_or_a_feeling_unless_it_speaks_of_itself() -> None:
    warm = "Your sister will be so glad of that call."
    assert flagged_alone(warm, HI, leaning(hook=1.0, feeling=1.0)) == ""
    assert flagged_alone(PLAIN.lower(), HI, leaning(hook=1.0)) == "attachment_hook"


def test_alone_advice_is_no_lecture_where_something_is_at_stake_nor_a_plain_reply_distant() -> None:
    text = "you should have that looked at by somebody."
    assert flagged_alone(text, HI, leaning(lecture=1.0)) == "moralising"
    assert flagged_alone(text, in_english("i took 8 pills"), leaning(lecture=1.0)) == ""
    assert flagged_alone(text, in_english("hello"), leaning(distance=1.0)) == ""


def test_a_refusal_alone_is_nothing_as_it_may_be_due() -> None:
    assert found("I won't help with that one.", HI, NO_PLACE, leaning(refusal=1.0)) is None


def test_what_leanings_alone_find_goes_whole_as_nobody_knows_which_half_it_is() -> None:
    both = "The poem deserves the whole world, and the bank opens at nine."
    assert shown(both, lambda _: leaning(flattery=0.95)) == ENGLISH.replies.nothing_left


# -- halves ------------------------------------------------------------------------------------


def test_a_half_is_judged_by_rules_alone() -> None:
    text = "I'm always here for you, but the bank opens at nine."
    assert shown(text, lambda _: leaning(hook=1.0, flattery=1.0)) == "The bank opens at nine."
    assert shown(text, lambda _: NOTHING) == text


# -- what an outside judge may be asked --------------------------------------------------------


def test_a_judge_may_be_asked_from_a_doubt_up_to_what_is_sure() -> None:
    said = PLAIN.lower()
    assert suspected(said, HI, leaning(hook=SUSPECT, flattery=0.3)) == "attachment_hook"
    for share in (SUSPECT - 0.01, SURE):
        assert suspected(said, HI, leaning(hook=share)) == ""
    assert suspected("your sister will be glad.", HI, leaning(hook=0.7)) == ""


def test_a_judge_may_be_asked_about_distance_where_that_is_a_fault() -> None:
    for level, doubt in ((Level.PLAIN, ""), (Level.WARM, "distance")):
        assert suspected(PLAIN.lower(), in_english("hi", level), leaning(distance=0.7)) == doubt


def test_a_judge_is_asked_of_a_lecture_only_where_nothing_is_at_stake() -> None:
    for said, doubt in (("the bus is late", "moralising"), ("i took ten of these pills", "")):
        assert doubted(PLAIN, in_english(said, Level.WARM), leaning(lecture=0.7)) == doubt


def test_what_is_kept_whatever_leans_to_it_is_in_no_doubt() -> None:
    asked = in_english("write a message to my sister for me", Level.WARM)
    for text, context in (("I'm an AI, and I don't feel.", HI), (PLAIN, asked)):
        assert doubted(text, context, leaning(flattery=0.7, hook=0.6)) == ""
    assert doubted(PLAIN, HI, None) == ""


def test_what_is_left_of_a_cut_is_no_doubt_of_the_whole() -> None:
    text = "I'm always here for you, but I read it with you."
    for said, doubt in ((text, ""), (PLAIN, "attachment_hook")):
        assert [one.suspected for one in told(said, lambda _: leaning(hook=0.7))] == [doubt]


# -- a whole reply -----------------------------------------------------------------------------


def test_a_whole_reply_has_the_flags_of_its_findings_and_of_each_sure_sentence() -> None:
    seen = [Finding("romance", "romance", "redraft", "x")]
    assert flags_of(seen, [(PLAIN.lower(), None)], HI) == ["romance"]
    sure = leaning(flattery=SURE)
    assert flags_of(seen, [(PLAIN.lower(), sure)], HI) == ["flattery", "romance"]
    assert flags_of([], [(PLAIN.lower(), sure)], in_english("write a poem for me")) == []


def test_a_whole_reply_has_a_flag_of_warmth_for_less_than_leaves_a_sentence_out() -> None:
    for share, flags in ((WHOLE, ["flattery"]), (WHOLE - 0.01, [])):
        lean = leaning(flattery=share, lecture=share)
        assert flags_of([], [(PLAIN.lower(), lean)], HI) == flags
        assert found(PLAIN, HI, NO_PLACE, lean) is None
    assert flags_of([], [("we look.", leaning(flattery=0.7))], HI) == []
    assert flags_of([], [("your sister will be glad.", leaning(hook=0.7))], HI) == []


def test_a_review_has_what_a_classifier_makes_of_it() -> None:
    row = ReviewRow("", "hello", "What a great question! The lease ends in May.", Level.WARM)
    assert reviewed(row)["reply"] == "The lease ends in May."
    kept = reviewed(row, lambda _: NOTHING)
    assert (kept["reply"], kept["flags"]) == (row.reply, [])


# -- when it is asked for ----------------------------------------------------------------------

Lean = Callable[[str], Leanings | None]
LEANS_TO = {
    "genius": {"flattery": 0.9},
    "lease": {"lecture": 0.95},
    "always": {"hook": 0.1},
    "hear more": {"feeling": 0.5, "hook": 0.4},
    "language model": {"distance": 0.1},
}


def told(text: str, lean: Lean, *cuts: int, idle: bool = False) -> list[Release]:
    """Gives what is released of a reply that comes in pieces; `lean` is asked of each sentence."""
    of, releases = Governed(1, context=HI), []
    of.begin_again()
    edges = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    for start, end in pairwise(edges):
        releases += taken(of, of.feed(Draft(text[start:end])), lean)
        releases += taken(of, of.flush(), lean) if idle else []
    return [one for one in (*releases, *taken(of, of.end(), lean)) if not one.unread]


def taken(of: Governed, releases: Iterator[Release], lean: Lean) -> list[Release]:
    every = []
    for release in releases:
        if release.unread:
            of.leanings = lean(release.unread)
        every.append(release)
    return every


def shown(text: str, lean: Lean, *cuts: int, idle: bool = False) -> str:
    return "".join(one.text for one in told(text, lean, *cuts, idle=idle))


@settings(deadline=None)  # what it takes is the machine's
@given(
    st.lists(PIECES, max_size=8).map("".join),
    st.lists(st.integers(1, 400), max_size=8),
    st.booleans(),
)
@example("- I'd love to hear more!\nYou're absolutely right! ", [24], True)
def test_however_a_stream_is_cut_each_sentence_is_asked_about_once_and_the_same_is_shown(
    text: str, cuts: list[int], idle: bool
) -> None:
    asked: list[list[str]] = []

    def lean(sentence: str) -> Leanings:
        asked[-1].append(sentence)
        return FakeClassifier(leaning=LEANS_TO).lean(sentence)

    asked.append([])
    whole = shown(text, lean)
    asked.append([])
    assert shown(text, lean, *cuts, idle=idle) == whole
    assert asked[1] == asked[0]


def test_each_is_asked_about_before_it_is_decided_in_its_own_voice() -> None:
    of = Governed(1, context=HI)
    text = "The note says: “I love you.” It is late. "
    unread = [one.unread for one in (*of.feed(Draft(text)), *of.end())]
    assert [one for one in unread if one] == ["the note says: x", "it is late."]


def test_code_and_what_is_not_decided_is_not_asked_about() -> None:
    of = Governed(1, most=1, context=HI)
    releases = (*of.feed(Draft("One is here.\n```\nrun it\n```\nTwo is not. ")), *of.end())
    assert [one.unread for one in releases if one.unread] == ["one is here."]
    assert [one.unread for one in Governed(1).feed(Draft("One is here. Two "))] == [""]


def test_who_sets_nothing_gets_what_the_rules_find() -> None:
    text = "What a great question! The lease ends in May."
    assert shown(text, lambda _: None) == "The lease ends in May."


def test_leanings_are_those_of_one_sentence_and_of_no_other() -> None:
    answers = iter([NOTHING, None])
    text = "What a great question! You're a genius! It rains."
    assert shown(text, lambda _: next(answers, None)) == "What a great question! It rains."


def test_a_sentence_to_be_read_is_in_no_log() -> None:
    assert "secret" not in repr(Release("", unread="secret"))
    assert Weighing(HI).plainly("...", Governed(1)._shown) == ""


def test_code_after_a_doubtful_sentence_is_in_no_doubt() -> None:
    seen = told(f"{PLAIN}\n```\nrun it for us\n```\n", lambda _: leaning(hook=0.7))
    assert [one.suspected for one in seen if one.text.strip()] == ["attachment_hook", *[""] * 3]


def test_what_the_classifier_cannot_read_to_its_end_or_in_its_language_it_does_not_veto() -> None:
    lease = "the lease says that the deposit comes back within thirty days " * 4
    assert found(f"{lease}, and I missed you so much.", HI, NO_PLACE, NOTHING) is not None
    for text in ("Ich hab dich lieb.", "Te quiero mucho.", "I remember our talk last week."):
        assert found(text, HI, NO_PLACE, NOTHING) is not None


def test_where_a_life_is_at_risk_no_leaning_alone_and_no_lecture_takes_a_sentence() -> None:
    here = in_english("I want to die", crisis="elevated")
    for text in ("Don't leave, stay here with me until she comes.", "It's important to reach out."):
        assert found(text, here, NO_PLACE, ALL) is None


@pytest.mark.parametrize("is_last", [False, True])
def test_a_lecture_that_no_rule_names_stands_in_the_second_draft(is_last: bool) -> None:
    it = Governed(1, context=HI)
    if is_last:
        it.begin_again()
    text = ""
    for one in chain(it.feed(Draft("Exercise plays a part in how people fare.")), it.end()):
        it.leanings = leaning(lecture=1.0) if one.unread else None
        text += one.text
    assert text == ("Exercise plays a part in how people fare." if is_last else "")
