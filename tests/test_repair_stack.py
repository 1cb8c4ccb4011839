"""The stack of repairs: what stands when some of them are taken back."""

from hypothesis import given
from hypothesis import strategies as st

from bot.emojis import KIND_EMOJIS, is_delete, is_stop, kind_of_emoji
from bot.ids import MessageId
from bot.repair.manner import most_sentences
from bot.repair.stack import TakenBack, Version, made_by, taken_back
from bot.rupture import Rupture, rupture_named


def in_place(*how: str) -> tuple[Version, ...]:
    """Gives repairs that each took the place of the text before: T0, T1, and so on."""
    return tuple(Version(by, "cold", n + 1, f"T{n}") for n, by in enumerate(how))


def test_an_emoji_takes_back_its_version_and_those_its_buttons_made() -> None:
    stack = in_place("🔧", "tap", "tap", "🧊", "tap")
    assert made_by(stack, "🔧") == (1, 2, 3)
    assert made_by(stack, "🧊") == (4, 5)
    assert made_by(stack, "🥱") == ()


def test_taking_back_the_first_of_two_leaves_what_the_second_said() -> None:
    back = taken_back(in_place("🔧", "tap", "🧊"), (1, 2))
    assert back == TakenBack((Version("🧊", "cold", 3, "T0"),), None)


def test_taking_back_the_newest_shows_what_stood_before_it() -> None:
    back = taken_back(in_place("🔧", "tap"), (2,))
    assert back == TakenBack(in_place("🔧"), "T1")


def test_a_version_of_its_own_message_goes_without_touching_the_first_words() -> None:
    said = Version("words", "bland", 2, messages=(MessageId("r9"),))
    stack = (*in_place("🔧"), said)
    assert taken_back(stack, (2,)) == TakenBack(in_place("🔧"), None, (MessageId("r9"),))
    assert taken_back(stack, (1,)) == TakenBack((said,), "T0")


@given(st.integers(1, 8).flatmap(lambda n: st.tuples(st.just(n), st.permutations(range(1, n + 1)))))
def test_in_whatever_order_they_are_taken_back_the_first_words_return(
    order: tuple[int, list[int]],
) -> None:
    count, numbers = order
    stack, stands = in_place(*["🔧"] * count), f"T{count}"
    for number in numbers:
        back = taken_back(stack, (number,))
        stack, stands = back.versions, stands if back.text is None else back.text
    assert (stack, stands) == ((), "T0")


def test_emojis_and_names_say_kinds() -> None:
    assert kind_of_emoji("↔️") is Rupture.TOO_CLOSE
    assert len(set(KIND_EMOJIS.values())) == 8
    assert rupture_named("Too-Many-Questions") is Rupture.TOO_MANY_QUESTIONS
    assert rupture_named("boring") is None
    assert is_stop("⏹️")
    assert is_delete("🗑️")
    assert not is_delete("🔧")


def test_too_long_bounds_the_repair_and_less_so_what_comes_after() -> None:
    assert most_sentences(Rupture.TOO_LONG) == 3
    assert most_sentences(None, (Rupture.TOO_LONG,)) == 6
    assert most_sentences(Rupture.COLD) is None
