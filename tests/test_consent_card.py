"""The card before a yes: its few points, all that it means, and the line that it becomes."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from bot import consent_card
from bot.capabilities import Capabilities
from bot.cards import MOST_OF_A_NAME
from bot.choices.of_offers import Offer
from bot.commands import Lasts, Term
from bot.consent import PURPOSES, may_observe
from bot.consent import ends as end_of
from bot.layout import markup
from bot.layout.dates import Occasion
from bot.levels import LEVELS, Level
from bot.records import Owner, SpaceRow
from bot.snapshot import Snapshot
from bot.strings import ENGLISH, OFFERED
from tests.first_sight import HOSTS as FAR
from tests.first_sight import OPERATOR as LONG
from tests.in_english import house_in_english

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
NOW = Occasion(AT)
ON_DISCORD = Occasion(AT, Capabilities(renders_moments=True, has_servers=True))
HOSTS = ("api.example.org", "backup.example.net")
HOUSE = house_in_english("2026-11-abc", HOSTS, operator="Grace", contact="grace@example.org")
KNOWN = Snapshot(HOUSE)
SHARED = replace(KNOWN, is_direct=False)
THERE = replace(SHARED, elsewhere="the garden")
HOSTILE = "**Home**\n\u202eof @all\u200b"
APART = Occasion(AT, Capabilities(answers_apart=True), called="The *Garden*")
NAMELESS = replace(APART, called="\u202e \u200b")
DEEPER = [level for level in Level if LEVELS[level].needs_consent]
LONGEST = Term()
TERMS = [*map(Term, Lasts), Term(7)]


def offered(snapshot: Snapshot, wanted: Level, term: Term = LONGEST) -> Offer:
    level = min(wanted, snapshot.ceiling)
    until, notices = end_of(level, term, AT), snapshot.is_direct and may_observe(level)
    return Offer(level, wanted, term, HOUSE.policy, until=until, notices=notices)


def card(level: Level, snapshot: Snapshot = KNOWN, term: Term = LONGEST) -> list[str]:
    offer = offered(snapshot, level, term)
    return consent_card.at_first_sight(snapshot, offer, NOW).split("\n")


def whole(level: Level, snapshot: Snapshot = KNOWN, term: Term = LONGEST) -> str:
    return consent_card.whole_text(snapshot, offered(snapshot, level, term), NOW)


WHOLE = [whole(level, KNOWN, term) for level, term in product(DEEPER, TERMS)]


# -- at first sight ------------------------------------------------------------------------------


def test_the_card_says_what_holds_what_it_is_like_and_four_points() -> None:
    assert card(Level.WARM) == [
        "**Warm, in this direct message, until 22 May 2027**",
        ENGLISH.cards.like["warm"],
        "- I read this conversation when you write to me",
        "- I keep your yes, your style and which repairs you asked for; of your words only what "
        "you set yourself",
        "- Grace runs this and could read along; your words go to api.example.org and 1 more",
        '- Say "off" and it ends at once',
    ]


@pytest.mark.parametrize(
    ("snapshot", "now", "where"),
    [
        (KNOWN, NOW, "in this direct message"),
        (SHARED, NOW, "in this room"),
        (SHARED, ON_DISCORD, "in this server"),
        (THERE, ON_DISCORD, "in the garden"),
        (THERE, APART, "in the room “the garden”"),
        (replace(THERE, elsewhere=HOSTILE), ON_DISCORD, "in \\*\\*Home\\*\\* of \\@all"),
        (replace(THERE, elsewhere="\u202e\u200b" * 60), ON_DISCORD, "in another server"),
        (replace(THERE, elsewhere=""), NOW, "in another room"),
        (KNOWN, APART, "in this direct message"),
        (SHARED, APART, "in the room “The \\*Garden\\*”"),
        (SHARED, NAMELESS, "in the room you wrote in"),
    ],
)
def test_the_first_line_says_where_it_holds(snapshot: Snapshot, now: Occasion, where: str) -> None:
    text = consent_card.at_first_sight(snapshot, offered(snapshot, Level.WARM), now)
    assert text.startswith(f"**Warm, {where}, until ")


def test_above_what_is_allowed_the_first_line_is_what_will_really_hold() -> None:
    first = "**Attuned is not allowed in this room: here you get warm, until 22 May 2027**"
    assert card(Level.ATTUNED, SHARED)[0] == first
    rose = replace(SHARED, space=SpaceRow(Owner("space"), ceiling=Level.ATTUNED))
    assert card(Level.ATTUNED, rose)[0].startswith("**Attuned, in this room, ")


def test_that_a_yes_says_18_or_over_stands_last_and_only_where_a_level_needs_it() -> None:
    last = {level: card(level)[-1] for level in DEEPER}
    asking = [level for level, line in last.items() if line == ENGLISH.cards.adults]
    assert asking == [Level.ATTUNED, Level.ONGOING]
    assert "18" not in "\n".join(card(Level.WARM))


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (KNOWN, '- Say "off" and it ends at once'),
        (SHARED, '- /attune off ends it at once; so does "off" if you mention me'),
        (THERE, "- /attune off there ends it at once"),
    ],
)
def test_a_card_says_how_it_ends_in_its_place(snapshot: Snapshot, said: str) -> None:
    assert said in card(Level.WARM, snapshot)


def test_names_mark_nothing_and_are_cut_where_they_are_long() -> None:
    house = replace(HOUSE, operator="**Ada** " + "x" * 200, hosts=("y" * 200,))
    (line,) = [one for one in card(Level.WARM, replace(KNOWN, house=house)) if " runs this" in one]
    assert line.startswith("- \\*\\*Ada\\*\\* xx")
    assert len(line) < 200
    assert "x…" in line
    assert "y…" in line


def test_without_a_host_words_go_to_no_model() -> None:
    alone = replace(KNOWN, house=replace(HOUSE, hosts=()))
    assert f"- {ENGLISH.cards.runs_alone.format(operator='Grace')}" in card(Level.WARM, alone)
    assert "Your words stay on this machine" in whole(Level.WARM, alone)


@pytest.mark.parametrize(
    ("level", "term", "held"),
    [
        (Level.WARM, Term(Lasts.CONVERSATION), "for this conversation"),
        (Level.WARM, Term(Lasts.TONIGHT), "for the next 12 hours"),
        (Level.WARM, Term(7), "until 30 November"),
        (Level.WARM, Term(), "until 22 May 2027"),
        (Level.ONGOING, Term(), "until 23 December"),
        (Level.ONGOING, Term(90), "until 23 December"),
    ],
)
def test_a_card_says_how_long_the_yes_holds(level: Level, term: Term, held: str) -> None:
    assert card(level, KNOWN, term)[0].endswith(f", {held}**")
    assert f"How long: {held}." in whole(level, KNOWN, term).split("\n")


def test_a_moment_is_left_to_a_platform_that_shows_it_in_a_readers_own_time() -> None:
    text = consent_card.at_first_sight(KNOWN, offered(KNOWN, Level.WARM), ON_DISCORD)
    assert text.startswith("**Warm, in this direct message, until <t:")


def test_a_card_asks_nothing_and_presses_nobody() -> None:
    pressing = ("?", "!", "only today", "miss out", "better", "recommend", "unlock")
    shown = [*WHOLE, *("\n".join(card(level)) for level in DEEPER)]
    assert [word for word in pressing for each in shown if word in each.casefold()] == []


def test_a_card_that_stands_in_another_room_names_its_own_in_every_line_that_says_where() -> None:
    offer, where = offered(SHARED, Level.WARM), "in the room “The \\*Garden\\*”"
    first = consent_card.at_first_sight(SHARED, offer, APART)
    everything = consent_card.whole_text(SHARED, offer, APART)
    assert f"- {ENGLISH.cards.ends_there}" in first.split("\n")
    assert f"Where: {where}, and nowhere else." in everything.split("\n")
    assert ENGLISH.cards.stop_there in everything
    assert consent_card.accepted(SHARED, offer, APART) == (
        f"Warm {where} until 22 May 2027. {ENGLISH.consent.off_there}"
    )
    assert not [text for text in (first, everything) if "this room" in text]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 60_000,
        "one\n**two**\r\n- three",
        "\u202eback\u2066 <t:1:D> @room",
        "\ud800half",
        "[a](b)",
    ],
)
@pytest.mark.parametrize("code", OFFERED)
def test_a_strangers_name_of_a_room_marks_nothing_and_takes_one_short_line(
    name: str, code: str
) -> None:
    house = replace(HOUSE, strings=ENGLISH.to(code))
    shared, now = replace(SHARED, house=house), replace(APART, called=name)
    plain = replace(now, called="Garden")
    offer = offered(shared, Level.WARM)
    text = consent_card.at_first_sight(shared, offer, now)
    as_usual = consent_card.at_first_sight(shared, offer, plain)
    assert text.count("\n") == as_usual.count("\n")
    assert len(text) <= len(as_usual) + 2 * MOST_OF_A_NAME
    assert text.count("**") == 2
    assert not [one for one in text if one in "\u202e\u2066\ud800\r"]
    assert not markup.moments(text)


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("level", DEEPER)
def test_a_card_is_short_in_every_language_with_the_tick_and_without_it(
    level: Level, code: str
) -> None:
    snapshot = replace(KNOWN, house=replace(HOUSE, strings=ENGLISH.to(code)))
    offer = offered(snapshot, level)
    for one in (offer, replace(offer, memory=True)):
        assert len(consent_card.at_first_sight(snapshot, one, NOW)) <= 600


# -- all that it means ---------------------------------------------------------------------------


def test_the_whole_text_says_all_that_a_yes_means() -> None:
    assert whole(Level.ATTUNED, SHARED, Term(7)) == "\n".join(
        (
            "At warm: warm; tracks the mood inside this conversation.",
            "Attuned is not allowed in this room: you get warm, and this yes is for no more. If "
            "more is allowed one day, you are asked first.",
            "What changes: a sentence that shows I heard you, before I move on. "
            "What I read: this conversation, kept in memory for two hours at most, or read again "
            "from the platform.",
            "What is kept: this yes, in a list that never changes; the style you set; and which "
            "kinds of repair you asked for, without words. Style and kinds go when you erase them, "
            "or 30 days after off; a style that asks for less stays until you reset it. Of your "
            "words I keep what you set yourself: how I talk to you, your people and your night "
            "card, until you drop them; roles and shorthand, until then or 30 days after their "
            "level ends. Your words on their way are locked, and gone within 24 h.",
            "What for: answering at the level you chose.",
            "What never happens: I never write first, use a goodbye to keep you, claim to feel, "
            "or play a lover.",
            "Where: in this room, and nowhere else.",
            "How long: until 30 November.",
            "How to stop: /attune off here; or mention me here, or reply to me with a mention, "
            'and say "off". A bare "off" to nobody is not heard in a shared room.',
            "This is run by Grace (grace\\@example.org). As with any service, the operator could "
            "technically read your words while they pass through.",
            "Your words are sent to: api.example.org, backup.example.net. To no other host.",
            ENGLISH.rooms.unsuitable,
        )
    )


def test_what_is_held_is_a_purpose_only_where_it_is_ticked() -> None:
    offer = offered(KNOWN, Level.ATTUNED)
    ticked = replace(offer, memory=True)
    unticked, whole_ticked = (consent_card.whole_text(KNOWN, one, NOW) for one in (offer, ticked))
    assert ENGLISH.cards.what_is_held in unticked
    answering, held, noticed, *_ = PURPOSES
    assert f"What for: {answering}, {noticed}." in unticked
    assert f"What for: {answering}, {held}, {noticed}." in whole_ticked
    assert ENGLISH.cards.what_is_held not in whole(Level.WARM)
    first = consent_card.at_first_sight(KNOWN, ticked, NOW)
    assert ENGLISH.cards.keeps_asked in first
    assert ENGLISH.cards.keeps not in first


def test_what_is_noticed_is_named_in_a_direct_message_from_attuned_on_and_nowhere_else() -> None:
    said = ENGLISH.cards
    for level in DEEPER:
        offer = offered(KNOWN, level)
        first = consent_card.at_first_sight(KNOWN, offer, NOW)
        whole_text = consent_card.whole_text(KNOWN, offer, NOW)
        is_named = level >= Level.ATTUNED
        assert (said.notices in first, said.what_is_noticed in whole_text) == (is_named,) * 2
        assert (said.noticing in whole_text) == is_named
    shared = replace(KNOWN, is_direct=False, space=SpaceRow(Owner("s"), ceiling=3))
    there = offered(shared, Level.ATTUNED)
    assert said.notices not in consent_card.at_first_sight(shared, there, NOW)
    assert said.what_is_noticed not in consent_card.whole_text(shared, there, NOW)


def test_each_thing_more_that_is_noticed_is_a_purpose_only_where_it_is_ticked() -> None:
    said, offer = ENGLISH.cards, offered(KNOWN, Level.ATTUNED)
    worse, again = replace(offer, functioning=True), replace(offer, loops=True)
    for ticked, purpose in ((worse, said.noticing_worse), (again, said.noticing_again)):
        assert purpose in consent_card.whole_text(KNOWN, ticked, NOW)
        assert purpose not in consent_card.whole_text(KNOWN, offer, NOW)


@pytest.mark.parametrize("code", OFFERED)
def test_the_card_is_short_in_every_language_with_what_is_noticed_on_it(code: str) -> None:
    here = replace(KNOWN, house=replace(HOUSE, strings=ENGLISH.to(code)))
    for level in (Level.ATTUNED, Level.ONGOING):
        text = consent_card.at_first_sight(here, offered(here, level), NOW)
        assert len(text.replace("**", "").replace("\\", "")) <= 600


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "it", "nl"])
def test_the_card_is_short_with_the_longest_names_too(code: str) -> None:
    house = replace(HOUSE, operator=LONG, hosts=FAR, strings=ENGLISH.to(code))
    here = replace(KNOWN, house=house)
    for level, term in product(DEEPER, TERMS):
        text = consent_card.at_first_sight(here, offered(here, level, term), NOW)
        assert len(text.replace("**", "").replace("\\", "")) <= 600


@pytest.mark.parametrize(
    "part",
    [
        "What changes: ",
        "What I read: ",
        "What is kept: ",
        "gone within 24 h",
        "30 days after off",
        "What for: " + PURPOSES[0],
        "What never happens: ",
        "I never write first",
        "claim to feel",
        "play a lover",
        "Where: ",
        "How long: ",
        "How to stop: /attune off",
        "run by Grace",
        "the operator could technically read your words",
        *HOSTS,
    ],
)
def test_no_whole_text_leaves_a_part_out(part: str) -> None:
    assert [each for each in WHOLE if part not in each] == []


@pytest.mark.parametrize("level", DEEPER)
def test_a_whole_text_describes_its_own_level(level: Level) -> None:
    lines = whole(level).split("\n")
    assert lines[0] == f"At {level.word}: {ENGLISH.cards.tones[level.word]}."
    assert lines[1].endswith(f"What I read: {ENGLISH.cards.continuity[level.word]}.")
    assert (lines[-1] == ENGLISH.cards.adults) == LEVELS[level].needs_adult


def test_a_whole_text_names_a_space_in_full_and_the_first_sight_cuts_it() -> None:
    there = replace(THERE, elsewhere="g" * 90)
    assert f"Where: in the room “{'g' * 90}”, and nowhere else." in whole(Level.WARM, there)
    assert "g…" in card(Level.WARM, there)[0]


def test_where_a_judge_looks_the_whole_text_says_what_it_sees() -> None:
    judged = replace(KNOWN, house=replace(HOUSE, judge="backup.example.net"))
    assert "backup.example.net may look at single sentences" in whole(Level.WARM, judged)
    assert not any("may look at" in one for one in WHOLE)


@pytest.mark.parametrize(
    ("code", "roles"),
    [
        ("en", "roles"), ("de", "Rollen"), ("es", "papeles"), ("fr", "rôles"), ("pt", "papéis"),
        ("it", "ruoli"), ("nl", "rollen"), ("pl", "role"), ("tr", "roller"), ("ru", "роли"),
        ("ja", "役割"),
    ],
)  # fmt: skip
def test_the_whole_text_says_in_every_language_that_roles_are_kept_in_a_persons_words(
    code: str, roles: str
) -> None:
    said = ENGLISH.to(code)
    assert roles in said.cards.what_is_kept
    assert roles in said.roles.heading.casefold() or roles in said.roles.heading


# -- accepted ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("snapshot", "line"),
    [
        (KNOWN, 'Warm here until 22 May 2027. Say "off" to end it.'),
        (SHARED, "Warm here until 22 May 2027. /attune off ends it."),
        (THERE, "Warm in the room “the garden” until 22 May 2027. /attune off there ends it."),
    ],
)
def test_an_accepted_card_becomes_one_line(snapshot: Snapshot, line: str) -> None:
    assert consent_card.accepted(snapshot, offered(snapshot, Level.WARM), NOW) == line
