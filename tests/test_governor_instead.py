"""What stands where nothing of a reply may be shown."""

from bot.governor.check import FLAGS, Finding
from bot.governor.dialled import may_hold, numbers, written
from bot.governor.instead import for_nothing, for_the_rest, reason
from bot.governor.spelled import figures
from bot.strings import ENGLISH
from tests.in_english import in_english

NUMBER = Finding("number", "telephone", "drop", "x")
CHANGE = Finding("claimed-change", "claimed_change", "drop", "x")


def test_each_kind_has_its_words_and_a_crisis_its_own() -> None:
    assert for_nothing([NUMBER], in_english("hm"), "so") == ENGLISH.replies.no_numbers
    assert for_nothing([CHANGE], in_english(), "so") == ENGLISH.replies.changes_nothing
    assert for_nothing([], in_english("good night"), "so") == ENGLISH.replies.goodbye
    assert for_nothing([NUMBER], in_english("hm", crisis="acute"), "so") == "so"


def test_beside_words_that_stand_it_says_only_that_it_stops() -> None:
    assert for_the_rest([CHANGE], in_english(), "so") == ENGLISH.replies.honest_instead
    assert for_the_rest([], in_english("hm", crisis="acute"), "so") == "so"


def test_whatever_emptied_a_reply_there_is_a_reason_to_write_it_anew() -> None:
    assert reason([]) is None
    for flag in FLAGS:
        for rule in ("judge", f"{flag} (learnt)"):
            why = reason([Finding(rule, flag, "drop", "x")])
            assert why is not None
            assert why.instruct.endswith(".")
    retried = Finding("assent", "assent", "drop", "x", "Agree to nothing.", is_retried=True)
    assert reason([NUMBER, retried]) == retried


def test_digits_are_read_in_any_script_and_spelled_out() -> None:
    assert figures("call nine eight eight") == "call 988"
    assert figures("ring ١١٢ or 9 1 1") == "ring 112 or 911"
    assert not may_hold("call your local emergency number")
    assert numbers("call 988.") == {"988"}
    assert written("mine is 0471 12 34 56") == {"0471123456"}
