"""Recall: what fits with what is said, how much of it, and what may be used where."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holding import HeldRow
from bot.ids import MessageId, PersonId
from bot.prompt.fitting import tokens
from bot.recall import Occasion, Readers, may_be_used, recalled, with_others
from bot.recall.allowed import Readers as AlsoReaders
from bot.recall.choosing import MOST_ITEMS, MOST_RESUMED, MOST_ROWS, MOST_TOKENS, wanted
from bot.recall.ranking import ranked
from bot.recall.terms import AKIN, EXACT, FAINT, likeness, names_in, telling, terms_of
from bot.records import MemoryRow, Owner, ThreadRow
from bot.text.bare import bare
from bot.words import PromptLine, Said
from tests.scene import ADA, AT

X = Owner("x")
EVE = PersonId("p:eve")
LONG_AGO = AT - timedelta(days=300)
OF = (
    "my sister is called Nel",
    "the tax form is with the accountant",
    "I want to learn Spanish before the summer",
    "Bo the dog has to see the vet every month",
    "my thesis supervisor is Professor Okafor",
)


def kept(*bodies: str) -> tuple[MemoryRow, ...]:
    return tuple(MemoryRow(X, str(n), LONG_AGO, body=body) for n, body in enumerate(bodies))


def thread(body: str, key: str = "t", **changed: object) -> ThreadRow:
    row: ThreadRow = replace(ThreadRow(X, key, LONG_AGO, body=body), **changed)  # type: ignore[arg-type]
    return row


def found(
    rows: tuple[HeldRow, ...], *said: str, code: str = "en", resumes: bool = False
) -> list[str]:
    return [one.body for one in recalled(rows, Occasion(said, AT, (code,), resumes))]


# -- what fits ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("my SISTER drives me mad", OF[0]),
        ("nel called again", OF[0]),
        ("the taxes are killing me", OF[1]),
        ("my spanish class was fun", OF[2]),
        ("the dog is limping", OF[3]),
        ("Okafor wants the next chapter", OF[4]),
    ],
)
def test_a_row_that_shares_a_telling_word_or_a_name_is_recalled_alone(said: str, body: str) -> None:
    assert found(kept(*OF), said) == [body]


@pytest.mark.parametrize(
    "said", ["I am so tired of all this", "what should I do today?", "", "😀", "ok"]
)
def test_where_nothing_fits_nothing_is_recalled(said: str) -> None:
    assert found(kept(*OF, "I want to go home soon"), said) == []


@pytest.mark.parametrize(
    ("code", "body", "said"),
    [
        ("de", "Meine Schwester heißt Nel", "meine schwester nervt"),
        ("de", "Zahnarzttermin jeden Herbst", "der zahnarzt hat angerufen"),
        ("fr", "ma sœur s'appelle Élodie", "elodie ne répond plus"),
        ("es", "el médico me quitó el café", "hoy tomé café otra vez"),
        ("pt", "o meu irmão chama-se João", "o joao ligou ontem"),
        ("it", "il colloquio è con la dottoressa Rossi", "ho paura del colloquio"),
        ("nl", "mijn dochter heet Sanne", "mijn dochters kamer is een puinhoop"),
        ("pl", "siostra ma na imię Łucja", "lucja znowu dzwoniła"),
        ("tr", "kardeşimin adı Işıl", "isil yine aradı"),
        ("ru", "сестру зовут Лена", "сестра опять звонила"),
        ("ja", "姉の名前はサクラです", "姉とけんかした"),
        ("ja", "毎週火曜は歯医者", "歯医者がこわい"),
    ],
)
def test_each_language_finds_its_own_words_also_without_their_marks(
    code: str, body: str, said: str
) -> None:
    others = ("xyzzy plugh", "qwerty")
    assert found(kept(*others, body), said, code=code) == [body]


def test_a_rare_word_counts_more_than_one_that_many_rows_have() -> None:
    rows = kept(*(f"the garden needs seeds {n}" for n in range(9)), "the garden of Amira")
    assert found(rows, "what grows in the garden of Amira")[0] == "the garden of Amira"


def test_the_newest_message_counts_most_and_those_before_it_still_count() -> None:
    assert found(kept(*OF), "the dog is ill", "my sister too") == [OF[0], OF[3]]
    far = ("the dog is ill", *("and so on",) * 4)
    assert found(kept(*OF), *far) == []
    assert wanted(Occasion(("Nel", "dog"), AT)) == {"dog": 1.0, "nel": 0.5}


def test_an_open_thread_of_now_comes_before_a_memory_that_fits_as_well() -> None:
    memory = kept("the heating is broken")
    long = "call the landlord and ask him when he looks at the heating"
    for now in (thread(long, at=AT), thread(long, due=AT)):
        assert found((*memory, now), "the heating again")[0] == now.body
    old = thread("the heating and the roof and all the long rest of it")
    assert found((*memory, old), "the heating again")[0] == memory[0].body


def test_the_newer_of_two_that_fit_alike_comes_first() -> None:
    old, new = kept("heating one")[0], MemoryRow(X, "n", AT, body="heating two")
    assert found((old, new), "heating") == ["heating two", "heating one"]


def test_a_thread_that_is_done_is_never_recalled() -> None:
    done = thread("call about the heating", done_at=AT)
    assert found((done,), "the heating again", resumes=True) == []


def test_open_threads_are_taken_up_without_a_word_only_where_a_deep_conversation_begins() -> None:
    threads = tuple(thread(f"thing {n}", str(n), at=LONG_AGO + timedelta(days=n)) for n in range(6))
    due = thread("the form", "due", at=LONG_AGO - timedelta(days=9), due=AT)
    assert found((*threads, due), "hello") == []
    taken = found((*threads, due, *kept(*OF)), "hello", resumes=True)
    assert taken == ["the form", "thing 5", "thing 4"]
    assert len(taken) == MOST_RESUMED
    both = found((*threads, due, *kept(*OF)), "hello from my sister", resumes=True)
    assert both == [*taken, OF[0]]


# -- how much ----------------------------------------------------------------------------------


WORDS = st.text(alphabet="abcdeé 姉歯医者アイウ⟧\n'", max_size=60)


@given(st.lists(WORDS, max_size=40), st.lists(WORDS, max_size=4), st.booleans())
def test_it_is_never_more_than_its_bounds_and_only_what_was_given(
    bodies: list[str], said: list[str], resumes: bool
) -> None:
    rows: tuple[HeldRow, ...] = (
        *kept(*bodies),
        *(thread(body, f"t{n}") for n, body in enumerate(bodies)),
    )
    chosen = recalled(rows, Occasion(tuple(said), AT, ("en", "ja"), resumes))
    assert len(chosen) <= MOST_ITEMS
    assert sum(tokens(PromptLine("user", one.body)) for one in chosen) <= MOST_TOKENS
    assert len(set(map(id, chosen))) == len(chosen)
    assert set(map(id, chosen)) <= set(map(id, rows))


def test_what_is_too_long_leaves_its_room_to_others() -> None:
    rows = kept(f"garden {'x' * 1300}", *(f"garden {n}" for n in range(20)))
    assert len(found(rows, "the garden")) == MOST_ITEMS
    assert found(rows[:1], "the garden") == []


def test_of_too_many_rows_the_newest_are_ranked() -> None:
    rows = tuple(
        MemoryRow(X, str(n), AT - timedelta(minutes=n), body="y") for n in range(MOST_ROWS)
    )
    old = MemoryRow(X, "old", LONG_AGO, body="the garden")
    assert found((old, *rows), "garden") == []
    assert found((old, *rows[1:]), "garden") == ["the garden"]


# -- words -------------------------------------------------------------------------------------


def test_words_of_one_stem_are_alike_and_others_are_not() -> None:
    assert likeness("nel", "nel") == EXACT
    for one, other in (("exam", "exams"), ("tax", "taxes"), ("schwester", "schwestern")):
        assert likeness(one, other) == likeness(other, one) == AKIN
    assert likeness("anna", "anne") == FAINT
    for one, other in (("interview", "internet"), ("sister", "system"), ("a", "ab"), ("", "x")):
        assert likeness(one, other) == 0.0


def test_what_everybody_says_tells_nothing_and_chinese_characters_go_by_pairs() -> None:
    assert telling("I want to go there with my sister", ("en",)) == ["sister"]
    assert telling("ich will da mit meiner Schwester hin", ("de", "en")) == ["schwester"]
    assert terms_of("歯医者") == ("歯医", "医者")
    assert names_in("Then Nel met Лена, not anna", ("en",)) == {"nel", "лена"}
    assert bare("müde siostrę ışıl ёлка") == "mude siostre isil елка"


def test_a_faint_likeness_alone_recalls_nothing() -> None:
    assert ranked(["anne"], {"anna": 1.0}, ()) == []
    assert [one.place for one in ranked(["x", "anna"], {"anna": 1.0}, ())] == [1]


# -- where -------------------------------------------------------------------------------------

HERE = "hash-of-here"
ALONE = Readers(HERE, is_direct=True)
SHARED = Readers(HERE, is_direct=False)
OPENED = MemoryRow(X, "m", AT, open_in=HERE, body="the launch is in May")


def says(by: PersonId | None, name: str) -> Said:
    return Said(MessageId("m"), by, AT, "hm", name=name)


def test_others_see_only_what_was_said_openly_in_that_very_room() -> None:
    assert may_be_used(OPENED, SHARED)
    assert not may_be_used(replace(OPENED, open_in="elsewhere"), SHARED)
    assert not may_be_used(replace(OPENED, open_in=""), Readers("", is_direct=False))
    assert may_be_used(replace(OPENED, open_in=""), ALONE)


def test_what_is_kept_out_of_a_room_is_used_in_any_other() -> None:
    kept_out = replace(OPENED, not_in=f"other {HERE}")
    assert not may_be_used(kept_out, ALONE)
    assert not may_be_used(kept_out, SHARED)
    assert may_be_used(kept_out, Readers("third", is_direct=True))


@pytest.mark.parametrize(
    "body",
    [
        "Eve owes me ten euros",
        "eve's party is on Friday",
        "ask @bo about it",
        "ask <@123> about it",
        "in #lounge they said it",
        "さくらの誕生日",
    ],
)
def test_a_row_that_names_another_member_or_may_is_left_out_where_others_read(body: str) -> None:
    seen = (says(EVE, "Eve Adams"), says(PersonId("m:@u9:x.org"), "さくら"), says(ADA, "Nel"))
    readers = with_others(HERE, seen, ADA)
    assert readers.are_known
    assert not may_be_used(replace(OPENED, body=body), readers)
    assert may_be_used(replace(OPENED, body=body), ALONE)
    assert may_be_used(replace(OPENED, body="Nel likes tea"), readers)


def test_where_somebody_has_no_known_name_every_name_counts_as_theirs() -> None:
    readers = with_others(HERE, (says(EVE, ""), says(None, "")), ADA)
    assert not readers.are_known
    assert not may_be_used(replace(OPENED, body="then Nel rang"), readers)
    assert may_be_used(replace(OPENED, body="The launch is on the third"), readers)
    by_id = with_others(HERE, (says(PersonId("matrix:@robin:example.org"), ""),), ADA)
    assert not may_be_used(replace(OPENED, body="robin is late"), by_id)
    assert AlsoReaders is Readers
