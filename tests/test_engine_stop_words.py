"""The stop word in the store and in what a model reads: a keyed hash, and never the word."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.actions.state import SetStopWord
from bot.boundaries.stop_word import spelled
from bot.decide import Decision
from bot.engine.ahead import of_event, of_facts
from bot.engine.apply import Applying, apply
from bot.engine.codec import dump
from bot.engine.load import Gathering, load
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.stop_words import StopWord, without_stopped
from bot.events import Event
from bot.ids import MessageId, PersonId
from bot.ports import Unit
from bot.reading import read
from bot.records import AskRow, BoundariesRow, Owner
from bot.snapshot import EditSnapshot, MessageSnapshot, Snapshot
from bot.words import Said
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, HOUSE, SHARED, edits, says, writing

EVE = PersonId("p:eve")
NAMES = Pseudonyms(FakeVault())
WORDS = st.text(alphabet="abcdefgxyzäé", min_size=3, max_size=8)


def of(person: PersonId, word: str) -> StopWord:
    row = BoundariesRow(Owner("x"), stop_word=NAMES.stop_word(person, spelled(word)))
    return StopWord(NAMES, person, row, "Attune")


@given(WORDS, WORDS)
def test_only_its_own_persons_word_is_a_stop_word(word: str, other: str) -> None:
    ada, eve = of(ADA, word), of(EVE, word)
    assert ada.row is not None
    assert eve.row is not None
    assert ada.row.stop_word != eve.row.stop_word
    assert word not in ada.row.stop_word
    for said in (word, word.upper(), f"Attune, {word}!!"):
        assert ada.is_in(said)
        assert not StopWord(NAMES, EVE, ada.row, "Attune").is_in(said)
    assert ada.is_in(other) is (spelled(other) == spelled(word))
    assert not ada.is_in(f"{word} and {other}")


def test_who_has_none_pays_nothing() -> None:
    class Never:
        def tag(self, *_parts: str) -> str:
            raise AssertionError("a hash was made")

    names = Pseudonyms(Never())  # type: ignore[arg-type]
    for row in (None, BoundariesRow(Owner("x"), body="{}")):
        assert not StopWord(names, ADA, row, "Attune").is_in("pineapple")


async def loaded(event: Event, word: str) -> Snapshot:
    """Gives the snapshot of an event of somebody who set this stop word before."""
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> Snapshot:
        setting = Applying(unit, NAMES, says("hi"), Snapshot(HOUSE))
        await apply(setting, Decision((SetStopWord(word),)))
        (row,) = await unit.find(BoundariesRow, NAMES.person(ADA))
        assert row.stop_word
        assert word not in repr(row)
        return await load(Gathering(unit, NAMES, HOUSE, read(event)), event)

    return await store.deciding(NAMES.person(ADA), work)


async def test_a_message_and_an_edit_know_whether_they_are_the_stop_word() -> None:
    for event, is_it in (
        (says("PINEAPPLE!"), True),
        (says("pineapple", SHARED), True),
        (says("attune: pineapple", SHARED), True),
        (says("a pineapple, please"), False),
        (edits("pineapple"), True),
    ):
        snapshot = await loaded(event, "Pineapple")
        assert isinstance(snapshot, MessageSnapshot | EditSnapshot)
        assert snapshot.is_stop_word is is_it


def test_the_row_is_read_in_the_look_that_an_event_and_a_reply_take_anyway() -> None:
    wanted = (BoundariesRow, NAMES.person(ADA), "")
    assert wanted in of_event(NAMES, says("hello"))
    assert wanted in of_event(NAMES, edits("hello"))
    ask = writing().ask
    assert wanted in of_facts(NAMES, AskRow(Owner("x"), body=dump(ask)), ask)


# -- what a model reads ------------------------------------------------------------------------


def said(name: str, by: PersonId | None, text: str, to: str = "") -> Said:
    at = AT + timedelta(minutes=int(name[1:]))
    return Said(MessageId(name), by, at, text, MessageId(to) if to else None)


def left(talk: tuple[Said, ...]) -> str:
    kept = without_stopped(talk, ADA, of(ADA, "pineapple").is_in)
    return " ".join(one.id for one in kept)


def test_neither_a_stop_word_nor_what_it_stopped_reaches_a_model() -> None:
    talk = (
        said("m1", ADA, "the launch slips"),
        said("m2", None, "name the date", "m1"),
        said("m3", ADA, "and who tells them"),
        said("m4", ADA, "Pineapple."),
        said("m5", ADA, "what is for lunch"),
    )
    assert left(talk) == "m1 m2 m5"


def test_what_was_answered_before_it_stays_and_so_do_other_people() -> None:
    talk = (
        said("m1", ADA, "the launch slips"),
        said("m2", None, "name the da", "m1"),
        said("m3", EVE, "pineapple"),
        said("m4", ADA, "pineapple"),
    )
    assert left(talk) == "m1 m2 m3"


@given(
    st.lists(st.tuples(st.sampled_from((ADA, EVE)), st.sampled_from(("pineapple", "tea", "cat"))))
)
def test_nothing_but_a_persons_own_words_is_ever_left_out(each: list[tuple[PersonId, str]]) -> None:
    talk = tuple(said(f"m{at}", by, text) for at, (by, text) in enumerate(each))
    kept = without_stopped(talk, ADA, of(ADA, "pineapple").is_in)
    assert [one for one in kept if one.by != ADA] == [one for one in talk if one.by != ADA]
    assert not any(one.by == ADA and one.text == "pineapple" for one in kept)
