"""Languages of a place: what all read is in one of them, what is a person's own is in theirs."""

from dataclasses import replace

import pytest

from bot.actions.state import KeepPreference
from bot.decide.languages import KNOWN, Hearing
from bot.decide.spoken_here import aloud, among
from bot.engine.codec import dump, load_ask
from bot.house_rules import LANGUAGES, value, with_value
from bot.house_rules.kinds.tongues import OfLanguages
from bot.house_rules.rule import Given
from bot.records import EpisodeRow, LanguageRow, Owner, SpaceRow
from bot.snapshot import NOBODY
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, DIRECT, HOUSE, SHARED, Known, commands, decide, known, says, talking

SAID = "Ich weiß nicht, was ich machen soll, und ich bin ganz allein."
ROW = with_value(SpaceRow(Owner("s")), LANGUAGES, ("fr", "en"))


def here(code: str = "en", **changed: object) -> Known:
    """Gives somebody who reads that, in a place that is spoken to in French and English."""
    theirs = (LanguageRow(NOBODY, code=code, by="command"),)
    state = replace(known(direct=False), house=HOUSE.to(code), preferences=theirs, space=ROW)
    return replace(state, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(("theirs", "spoken"), [("en", ""), ("fr", "fr"), ("de", "fr")])
def test_a_reply_is_in_a_language_of_the_place_else_in_its_first(theirs: str, spoken: str) -> None:
    turn = decide(says("hello", SHARED), here(theirs))
    assert turn.language == spoken
    assert turn.ask is not None
    assert turn.ask.among == ("fr", "en")
    assert load_ask(dump(turn.ask)) == turn.ask


def test_where_nothing_is_set_every_language_is_spoken() -> None:
    turn = decide(says("hello", SHARED), here("de", space=SpaceRow(Owner("s"))))
    assert turn.language == "de"
    assert turn.ask is not None
    assert turn.ask.among == ()


@pytest.mark.parametrize(
    ("own", "above", "spoken"),
    [
        (("fr", "en"), ("en", "fr"), ("fr", "en")),
        (("fr", "en"), ("en", "de"), ("en",)),
        (("fr", "en"), ("de",), ("de",)),
        (("fr", "en"), (), ("fr", "en")),
        ((), ("de", "fr"), ("de", "fr")),
    ],
)
def test_a_space_above_bounds_the_languages_of_a_place(
    own: tuple[str, ...], above: tuple[str, ...], spoken: tuple[str, ...]
) -> None:
    rows = (
        with_value(SpaceRow(Owner(name)), LANGUAGES, each)
        for name, each in (("s", own), ("above", above))
    )
    space, *others = rows
    turn = decide(says("hello", SHARED), here("ja", space=space, above=tuple(others)))
    assert turn.ask is not None
    assert turn.ask.among == spoken
    assert turn.language == spoken[0].replace("en", "")


def test_what_is_a_persons_own_stays_in_their_language() -> None:
    assert decide(commands("/attune status", SHARED), here("de")).language == "de"
    assert decide(says("I want to kill myself tonight", SHARED), here("de")).ask is None
    for text in ("I want to kill myself tonight", "forget everything about me"):
        assert among(says(text, SHARED), here("de").for_event(says(text, SHARED))) == ()
    private = replace(here("de"), is_direct=True)
    assert decide(says("hello", DIRECT), private).language == "de"


def test_words_about_a_life_at_risk_are_never_in_another_language() -> None:
    event = says("Ich will mich umbringen.", SHARED)
    assert decide(event, here("de")).language == "de"
    episode = here("de", episode=EpisodeRow(Owner("s"), at=AT))
    assert decide(says("hello", SHARED), episode).language == "de"


def test_a_language_that_is_heard_is_kept_as_theirs_and_told_where_it_is_spoken_alone() -> None:
    talk = talking(here("en", preferences=()))
    talk = replace(talk, conversation=replace(talk.conversation, heard="de"))
    turn = decide(says(SAID, SHARED), talk)
    assert KeepPreference(LanguageRow(NOBODY, code="de", by="heard")) in turn.actions
    assert ENGLISH.to("fr").language.heard not in str(turn.actions)
    assert turn.language == "fr"


def test_who_reads_one_of_them_hears_it() -> None:
    event = says("hello", SHARED)
    snapshot = here("en").for_event(event)
    assert aloud(event, snapshot, KNOWN) == KNOWN
    assert aloud(event, snapshot, Hearing("de")).aloud == "fr"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("de en", ("de", "en")),
        ("Deutsch, français", ("de", "fr")),
        ("all", ()),
        ("de de", ("de",)),
        ("klingon", None),
        ("de xx", None),
        ("", None),
    ],
)
def test_languages_are_read_by_code_and_by_what_they_call_themselves(
    words: str, wanted: tuple[str, ...] | None
) -> None:
    given = Given(tuple(words.split()), {}, ENGLISH)
    assert OfLanguages().read(given, ()) == wanted


@pytest.mark.parametrize("raw", ['"de"', '["xx"]', "[1]", "{}"])
def test_what_is_no_list_of_languages_is_all_of_them(raw: str) -> None:
    row = replace(ROW, rules=f'{{"form": 1, "set": {{"languages": {raw}}}}}')
    assert value(row, LANGUAGES) == ()
    assert set(OfLanguages().taps(("de", "en"))) == {(), ("de", "en"), *((one,) for one in OFFERED)}
