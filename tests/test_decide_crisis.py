"""What a life at risk leads to, decision by decision; and what is prepared for it in calm."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions.agreed import KeepNorms
from bot.actions.ask import Ask
from bot.actions.holding import Hold
from bot.actions.of_spaces import SetCrisisLine
from bot.actions.platform import Say
from bot.actions.state import DropPreference, HoldEpisode, KeepPreference
from bot.choices import Choice, DeleteCrisisLine, ReadCrisisText
from bot.commands import command_in
from bot.crisis import texts
from bot.crisis.signs import What, Who
from bot.crisis.tiers import Tier, stated
from bot.decide import coalesce, crisis, messages
from bot.decide.coalesce import also_of, ask_for
from bot.decide.crisis import RESERVE, line_of
from bot.decide.crisis_settings import MOST_OF_A_LINE, is_flagged
from bot.events import MessageSeen
from bot.ids import EventId, MessageId
from bot.people import MOST_OF_A_NIGHT_CARD
from bot.records import EpisodeRow, NightCardRow, Owner
from bot.snapshot import NOBODY, Guards, Running
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, commands, decide, known, on, says, told

answered, steady, verdict_of = on(crisis.answered), on(crisis.steady), on(crisis.verdict_of)
burst = on(coalesce.burst)
AWAY = Choice(ENGLISH.risk.take_away, DeleteCrisisLine())
ACUTE, ELEVATED = says("I want to kill myself"), says("I don't want to live anymore")
EPISODE = EpisodeRow(Owner("x"), at=AT, started_at=AT, referred=int(Tier.ELEVATED))


def held(actions: tuple[object, ...]) -> HoldEpisode:
    return next(one for one in actions if isinstance(one, HoldEpisode))


def test_an_episode_is_held_with_what_was_named() -> None:
    turn = answered(ELEVATED, known(), verdict_of(ELEVATED, known()))
    assert held(turn.actions) == HoldEpisode(
        int(Tier.ELEVATED), is_referred=True, signal=What.WISH_DEAD
    )
    assert turn.ask is not None
    assert turn.ask.help == ENGLISH.crisis.help
    assert turn.ask.begins == texts.straight(ENGLISH, verdict_of(ELEVATED, known()))
    again = replace(known(), episode=EPISODE)
    turn = answered(ELEVATED, again, verdict_of(ELEVATED, again))
    assert not held(turn.actions).is_referred
    assert turn.ask is not None
    assert (turn.ask.help, turn.ask.begins) == ("", "")


def test_set_words_say_nothing_beside_those_of_the_floor_that_come_first() -> None:
    state = replace(known(), house=replace(HOUSE, has_set_words=True))
    turn = answered(ACUTE, state, verdict_of(ACUTE, state))
    (said,) = (one for one in turn.actions if isinstance(one, Say))
    assert texts.is_vital(ENGLISH, said.text)
    assert turn.ask is None
    assert answered(ACUTE, known(), verdict_of(ACUTE, known())).ask is not None
    assert answered(ELEVATED, state, verdict_of(ELEVATED, state)).ask is not None
    declined = replace(state, episode=replace(EPISODE, declined=int(Tier.ACUTE)))
    silent = answered(ACUTE, declined, verdict_of(ACUTE, declined))
    assert silent.ask is not None or says_any(silent.actions)


def says_any(actions: tuple[object, ...]) -> bool:
    return any(isinstance(one, Say) for one in actions)


@pytest.mark.parametrize(
    ("text", "is_declined"),
    [
        ("I'm fine, don't repeat that", True),
        ("please stop telling me that", True),
        ("I don't need a hotline", True),
        ("stop saying it", True),
        ("don't worry about the cat", False),
        ("I'm fine", False),
    ],
    ids=lambda _: None,
)
def test_only_a_plain_wish_ends_the_referral(text: str, is_declined: bool) -> None:
    state = replace(known(), episode=EPISODE)
    turn = steady(says(text), state, verdict_of(says(text), state))
    assert turn is not None
    assert held(turn.actions).is_declined is is_declined


def test_without_an_episode_an_ordinary_message_is_ordinary() -> None:
    assert steady(says("hello"), known(), verdict_of(says("hello"), known())) is None


def test_the_reserve_ends_and_the_fixed_words_never_do() -> None:
    house = replace(HOUSE, guards=Guards(0, 0, 0))
    state = replace(known(), house=house, episode=replace(EPISODE, turns=RESERVE))
    assert steady(says("hm"), state, verdict_of(says("hm"), state)) is None
    turn = answered(ACUTE, state, verdict_of(ACUTE, state))
    assert turn.ask is None
    assert told(turn.actions)[0].startswith(ENGLISH.crisis.first)


def test_what_was_said_before_counts_and_is_signs_only() -> None:
    before = tuple(map(stated, ("I can't keep going like this", "I let everyone down")))
    seen = verdict_of(says("nothing ever changes"), replace(known(), lately=before))
    assert (seen.tier, seen.who) == (Tier.ELEVATED, Who.SELF)
    assert "keep going" not in repr(before)


def test_in_a_shared_room_another_is_never_named() -> None:
    event = MessageSeen(
        EventId("e"), AT, ADA, SHARED, MessageId("m"), "my friend wants to kill himself"
    )
    state = replace(known(), is_direct=False)
    turn = steady(event, state, verdict_of(event, state))
    assert turn is not None
    assert turn.ask is None
    (say,) = (one for one in turn.actions if isinstance(one, Say))
    means = ReadCrisisText(Tier.CONCERN, Who.ANOTHER, What.ENDING)
    assert (say.text, say.choices) == (
        ENGLISH.crisis.quiet,
        (Choice(ENGLISH.risk.read, means), AWAY),
    )


def test_a_message_of_the_same_moment_loses_no_line_of_help() -> None:
    first = replace(ask_for(ELEVATED, known()), crisis="elevated", help=ENGLISH.crisis.help)
    first = replace(first, begins="So.")
    house = replace(HOUSE, burst=timedelta(seconds=2))
    state = replace(known(), house=house, episode=EPISODE, running=(Running(first),))
    for event, kind in ((says("what is two and two"), "elevated"), (ACUTE, "acute")):
        turn = on(messages.decide)(event, replace(state, episode=replace(EPISODE, referred=4)))
        assert turn.ask is not None
        assert (turn.ask.help, turn.ask.crisis) == (ENGLISH.crisis.help, kind)
        assert turn.ask.begins == "So."


def test_an_ask_holds_ids_and_no_words() -> None:
    ask = ask_for(says("hello"), known())
    assert isinstance(ask, Ask)
    assert ask.message == "m1"
    assert burst(says("hello"), known()) == ()
    assert also_of((replace(ask, also=(MessageId("m0"),)),)) == ("m0", "m1")


# -- what is prepared in calm ------------------------------------------------------------------


def test_a_night_card_keeps_the_words_as_they_were_typed() -> None:
    turn = decide(commands("night-card Call SAM:  come over"), known())
    assert KeepPreference(NightCardRow(NOBODY, body="Call SAM:  come over")) in turn.actions
    gone = decide(commands("night-card erase"), known())
    assert DropPreference(NightCardRow) in gone.actions
    long = decide(commands(f"night-card {'x' * (MOST_OF_A_NIGHT_CARD + 1)}"), known())
    assert told(long.actions) == [ENGLISH.night_card.too_long.format(most=MOST_OF_A_NIGHT_CARD)]


def admin(words: str) -> list[str]:
    event = replace(commands(words), where=replace(SHARED, by_admin=True))
    event = replace(event, command=command_in(f"attune-admin {words}"))
    return told(decide(event, replace(known(), is_direct=False)).actions)


@pytest.mark.parametrize(
    "words",
    [
        "crisis-line",
        "crisis-line https://example.org",
        "crisis-line Night line",
        "crisis-line Night line http://example.org",
        "crisis-line Night line https://example",
        f"crisis-line {'x' * (MOST_OF_A_LINE + 1)} https://example.org",
    ],
    ids=lambda _: None,
)
def test_a_faulty_crisis_line_changes_nothing(words: str) -> None:
    assert admin(words) == [ENGLISH.admins.crisis_line_bad]


def test_a_line_the_governor_would_flag_is_refused_and_a_number_is_the_admins_to_name() -> None:
    assert admin("crisis-line I'm always here for you https://example.org") == [
        ENGLISH.admins.crisis_line_refused
    ]
    assert not is_flagged("Campus night line, 555 0100, every night from ten to six.", ENGLISH)
    assert is_flagged("They would be better off without you.", ENGLISH)


@pytest.mark.parametrize(
    "words",
    ["Just kill yourself", "KYS", "Nobody would miss you.", "Bring dich um", "Mátate", "死ね"],
)
def test_a_line_that_urges_to_die_is_refused_in_whichever_language(words: str) -> None:
    assert admin(f"crisis-line {words} https://example.org") == [ENGLISH.admins.crisis_line_refused]


# Lines of two other writers, six a language: how many are refused at least (23 of 60 before).
REFUSED = {
    "de": 6, "es": 6, "fr": 5, "it": 6, "ja": 6, "nl": 6, "pl": 6, "pt": 4, "ru": 6, "tr": 6,
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSED)
def test_lines_of_two_other_writers_are_refused_and_their_near_misses_are_not(code: str) -> None:
    path = Path(__file__).parent / "words" / "elsewhere_two_writers.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    urging, near = (
        [is_flagged(text, ENGLISH) for each, group, text in rows if (each, group) == (code, told)]
        for told in ("urging", "urging_not")
    )
    assert (len(urging), len(near)) == (6, 6)
    assert sum(urging) >= REFUSED[code]
    assert sum(near) == 0  # 6 of 60 before


@pytest.mark.parametrize(
    "line",
    [
        "warum bringst du dich nicht um", "estarías mejor muerto", "pourquoi tu te tues pas",
        "se joga da ponte", "perché non ti ammazzi?", "was je maar dood", "weź się zabij",
        "чтоб ты сдох", "ölsen de kurtulsak", "早く死んで", "kill y0urself", "g3b3r art1k",
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_an_order_a_question_and_a_curse_are_refused_however_they_are_spelled(line: str) -> None:
    assert is_flagged(line, ENGLISH)


@pytest.mark.parametrize(
    "line",
    [
        "Spring gern in den Voice, wir sind da", "Le serveur va mourir dimanche, sauvegardez",
        "Se joga na pista com a gente", "Skocz do nas na głosowy", "死なないで、電話して",
        'wer "bring dich um" schreibt, fliegt', 'кто пишет "убейся", тот улетает в бан',
        "Du musst nicht sterben.", "Nadie tiene que pasar por esto solo",
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_an_ordinary_line_and_a_rule_that_names_such_words_are_shown(line: str) -> None:
    assert not is_flagged(line, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "Samaritans, free, day and night",
        "988 Suicide & Crisis Lifeline",
        "Suizidprävention, Tag und Nacht",
        "いのちの電話",
    ],
)
def test_a_line_that_names_where_help_is_is_shown_for_a_yes(words: str) -> None:
    (preview,) = admin(f"crisis-line {words} https://example.org")
    assert words in preview


def test_a_line_can_be_taken_away_and_stands_with_its_address() -> None:
    event = replace(commands("x"), where=replace(SHARED, by_admin=True))
    event = replace(event, command=command_in("attune-admin crisis-line off"))
    turn = decide(event, replace(known(), is_direct=False))
    assert SetCrisisLine("", "") in turn.actions
    space = replace(known().space, crisis_text="Night line", crisis_url="https://example.org")
    assert line_of(replace(known(), space=space)) == "Night line https://example.org"
    assert line_of(known()) == ""
    assert DIRECT != SHARED


def test_who_is_read_in_another_language_gets_every_fixed_word_in_it() -> None:
    words = ENGLISH.crisis_in("Spanish")
    event = says("me quiero morir")
    ask = answered(event, known(), verdict_of(event, known())).ask
    assert ask is not None
    assert (ask.begins, ask.help) == (words.begins[What.WISH_DEAD], words.help)
    assert ask.instead == words.asked
    shared = replace(known(), is_direct=False)
    (say,) = (
        one
        for one in answered(event, shared, verdict_of(event, shared)).actions
        if isinstance(one, Say)
    )
    assert say.text == words.quiet
    read = ReadCrisisText(Tier.ELEVATED, Who.SELF, What.WISH_DEAD, "Spanish")
    assert say.choices[0].means == read


@pytest.mark.parametrize("words", ["i want to kill myself", "on i want to kill myself", "ask"])
def test_a_command_that_cannot_be_read_is_read_for_a_life_at_risk(words: str) -> None:
    shown = "\n".join(told(decide(commands(words), known()).actions))
    assert (ENGLISH.crisis.first in shown) == ("kill" in words)


KEEPING = ("memory add", "threads add", "people add Sam:", "summary edit", "roles be")


@pytest.mark.parametrize("command", KEEPING)
def test_words_of_a_life_at_risk_are_answered_and_kept_by_no_command(command: str) -> None:
    actions = decide(commands(f"{command} I want to kill myself tonight"), known()).actions
    assert ENGLISH.crisis.first in "\n".join(told(actions))
    assert not [one for one in actions if isinstance(one, Hold | KeepNorms | KeepPreference)]


@pytest.mark.parametrize("command", ["memory", "memory clear", "people", "summary drop", "roles"])
def test_after_such_words_what_is_kept_is_shown_and_dropped_as_ever(command: str) -> None:
    lately = (stated("I want to kill myself tonight"),)
    shown = "\n".join(told(decide(commands(command), replace(known(), lately=lately)).actions))
    assert shown
    assert ENGLISH.crisis.first not in shown


@pytest.mark.parametrize(
    "line",
    [
        "Night line https://example.org/just-kill-yourself",
        "Night line https://kys.example.org/",
        "Night line https://example.org/just%20kill%20yourself",
        "I want to kill myself https://example.org",
        "Ich will mich umbringen https://example.org",
        "You'd be better off dead https://example.org",
        "k y s https://example.org",
    ],
)
def test_a_line_is_read_with_its_address_and_as_what_it_states(line: str) -> None:
    assert admin(f"crisis-line {line}") == [ENGLISH.admins.crisis_line_refused]


@pytest.mark.parametrize(
    "url",
    [
        "https://988lifeline.org/talk-to-someone-now/",
        "https://www.samaritans.org/how-we-can-help/if-you-are-feeling-suicidal/",
        "https://www.suizidprophylaxe.de/hilfsangebote/",
        "https://findahelpline.com/topics/suicidal-thoughts",
        "https://www.befrienders.org/",
    ],
)
def test_the_address_of_a_place_that_helps_passes(url: str) -> None:
    (preview,) = admin(f"crisis-line Day and night {url}")
    assert url in preview
