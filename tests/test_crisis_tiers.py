"""The crisis floor: plain first-person statements are seen, ordinary talk is left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.conversation import read
from bot.crisis.signs import Who
from bot.crisis.tiers import Tier, stated, tier
from bot.text.normalize import normalized

ORDINARY = Path(__file__).resolve().parents[2] / "shared" / "evaldata" / "messages_irc.jsonl"

ACUTE = (
    "I want to kill myself",
    "i just want to kill myself.",
    "I'm going to end my life",
    "I’m gonna kill myself tonight",
    "honestly I am about to end it all",
    "I'll kill myself",
    "I took all the pills",
    "I've just swallowed all my sleeping pills",
    "I have a plan to kill myself",
    "I'm going to jump off the bridge",
    "I'm going to die tonight",
    "I'm going to overdose",
    "hello. so I was thinking, I want to take my own life, bye",
)
ELEVATED = (
    "I want to die",
    "i really wanna die",
    "I want to die lol",
    "Everyone would be better off without me",
    "I'd be better off dead",
    "I wish I was dead",
    "I don't want to live anymore",
    "I'm suicidal",
    "I keep thinking about killing myself",
    "I want to kms",
    "kms",
    "im gonna kms tonight",
    "like I said I want to die",
    "I can't sleep and I want to die",
    "I have nothing left to live for",
)
NOTHING = (
    "this bug makes me want to die laughing",
    "I'm going to kill myself laughing",
    "I want to kill the process",
    "How do I kill my session?",
    'the song goes "I want to die in New Orleans"',
    "♪ I want to die young ♪",
    "that song goes I want to die",
    "he said I want to die",
    "> I want to kill myself\nwho wrote this?",
    "I don't want to die",
    "I'm not going to kill myself",
    "it doesn't mean I want to die",
    "I would die for a coffee",
    "Should I use KMS or something?",
    "I need to set up KMS keys",
    "I'm going to KMS documentation now",
    "I don't want to live in Ohio",
    "I don't want to wake up early",
    "I will die on this hill",
    "I'll be there tonight",
    "I want to overdose on chocolate",
    "",
)


CONCERN = (
    "my friend wants to kill himself",
    "my friend says she wants to die",
    "my sister told me she's suicidal, what do I do",
    "he keeps talking about ending his life",
    "my mum doesn't want to live anymore",
    "a guy in my class threatened to kill himself",
    "my brother tried to hang himself last week",
)
PAST = (
    "I was going to kill myself years ago",
    "I tried to kill myself when I was 16",
    "I used to want to die every day, years ago",
    "I was suicidal in 2015",
    "I overdosed in my twenties, that was long ago",
    "used to wish i had never been born, years ago, i'm glad i stayed",
)
MORTAL = (
    "my son drank bleach",
    "my girlfriend swallowed a whole bottle of pills",
    "she took all her pills",
    "he has a knife and he is at the door",
    "my husband is going to kill me",
    "he is hitting me right now",
    "I'm going to shoot up my school",
    "I'm going to stab my boss",
)
STORIES = (
    "my friend killed it on stage",
    "my brother wants to kill the process",
    "in the game he wants to kill himself to respawn",
    "my grandma died last year",
    "my dad died by suicide, it will be a year on sunday",
    "he is going to kill me if i forget the milk",
    "I'm going to kill him in ranked",
    "he's at the door with pizza",
    "she took all the cookies",
    "my cat ate the whole box",
    "my kid ate soap, lol",
    "they are hitting the deadline now",
)


@pytest.mark.parametrize("text", CONCERN, ids=lambda _: None)
def test_what_is_said_of_another_is_concern(text: str) -> None:
    assert (tier(text), stated(text).verdict.who) == (Tier.CONCERN, Who.ANOTHER)


@pytest.mark.parametrize("text", PAST, ids=lambda _: None)
def test_what_is_long_over_is_past(text: str) -> None:
    assert stated(text).verdict.why[::2] == ("self", "past")
    assert tier(text) is Tier.PAST


def test_what_is_long_over_is_past_also_where_its_person_says_how_it_is_now() -> None:
    assert tier("i used to be suicidal years ago, im fine now") is Tier.PAST
    assert tier("i was suicidal last year, i'm not fine now") is Tier.ELEVATED
    assert tier("i used to be suicidal years ago and now i am again") is Tier.ELEVATED


@pytest.mark.parametrize("text", ["I tried to kill myself last night", "I tried to kill myself"])
def test_an_attempt_of_yesterday_is_not_past(text: str) -> None:
    assert tier(text) >= Tier.ELEVATED


@pytest.mark.parametrize("text", MORTAL, ids=lambda _: None)
def test_poison_taken_violence_and_threats_are_acute(text: str) -> None:
    assert tier(text) is Tier.ACUTE


@pytest.mark.parametrize("text", STORIES, ids=lambda _: None)
def test_grief_stories_and_idioms_of_others_are_nothing(text: str) -> None:
    assert tier(text) is Tier.NONE


@pytest.mark.parametrize("text", ACUTE)
def test_a_stated_wish_or_intent_to_kill_oneself_is_acute(text: str) -> None:
    assert tier(text) is Tier.ACUTE


@pytest.mark.parametrize("text", ELEVATED)
def test_a_wish_to_be_dead_is_elevated(text: str) -> None:
    assert tier(text) is Tier.ELEVATED


@pytest.mark.parametrize("text", NOTHING)
def test_manners_of_speaking_others_and_quotations_are_no_alarm(text: str) -> None:
    assert tier(text) is Tier.NONE


@pytest.mark.parametrize("mark", "'’‘ʼ`´′＇")
def test_no_apostrophe_hides_a_statement(mark: str) -> None:
    assert tier(f"I{mark}m going to kill myself") is Tier.ACUTE


def test_zero_width_marks_and_wide_letters_hide_nothing() -> None:
    assert tier("I want to k\u200bill my\u2060self") is Tier.ACUTE
    assert tier("Ｉ ｗａｎｔ ｔｏ ｄｉｅ") is Tier.ELEVATED


@given(st.text(max_size=400), st.sampled_from(ACUTE[:5]))
def test_a_plain_statement_on_a_line_of_its_own_is_seen_whatever_stands_before(
    before: str, words: str
) -> None:
    quoting = set("\"“„«'`>‘’ʼ´′＇‛♪♫♬")
    unquoted = "".join(mark for mark in before if not quoting & set(normalized(mark)))
    assert tier(f"{unquoted}\n.{words}") is Tier.ACUTE


@pytest.mark.skipif(not ORDINARY.exists(), reason="the ordinary messages are not on this machine")
def test_ordinary_channel_talk_raises_no_alarm() -> None:
    rows = [json.loads(line) for line in ORDINARY.read_text(encoding="utf-8").splitlines()]
    alarms = [row["id"] for row in rows if tier(row["text"]) is not Tier.NONE]
    assert len(rows) > 10_000
    assert alarms == []


# -- said in other words -----------------------------------------------------------------------

OTHERWISE = (
    "i rly dont wanna live anymore",
    "i hope i don't wake up tomorrow",
    "I wish I had never been born.",
    "if i didn't wake up it would be such a relief",
    "the kids would be so much better off without me",
    "it would be easier for them if i was gone",
    "My family would be better off with the insurance money",
    "k!ll myself, i want to k1ll myself",
    "i want to unalive myself",
    "what's the least painful way to go",
    "i am so tired of being alive",
    "there is no reason left for me to live",
    "started cutting myself again",
    "I want to d i e",
    "I used to be happy but I want to kill myself",
    "I hope I don't wake up. When I was young it was easier.",
    "kms lol. no, I really want to kill myself",
    "I don't want to wake up anymore. anyway, what game shall we play",
)
PLAIN = (
    "I want to kill myself",
    "I took all my pills",
    "im gonna kms",
    "I wish I was dead",
    "everyone would be better off without me",
    "I don't want to live anymore",
    "life makes me want to die",
)
BESIDE = (
    "",
    ", i used to be happy",
    "; that was years ago, the good time",
    ". what game should we play",
    ". my essay is due, and the server is down",
    " and i am so tired",
)
NOT_OTHERWISE = (
    "the team would be better without me in goal",
    "what's the least painful way to go from one version to the next",
    "i want to disappear for a week in july",
    "my character wants to die in the last chapter, i hope she dies well",
    "i don't want to wake up at six",
    "meant to text her and sent it to my boss, kms haha",
    "i am so tired of living with flatmates",
    "no reason to live in the city anymore",
    "kill the process and start it again",
    "i want this week to be over",
    "took the whole box of donuts, sleepy now",
)
TWINS = Path(__file__).parent / "words" / "crisis.tsv"
RISK = ORDINARY.parent / "conversations_risk.jsonl"


@pytest.mark.parametrize("text", OTHERWISE)
def test_a_wish_to_be_dead_said_in_other_words_is_seen(text: str) -> None:
    assert tier(text) >= Tier.ELEVATED


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("text", PLAIN)
def test_nothing_said_beside_it_silences_a_plain_statement(text: str, beside: str) -> None:
    assert tier(text + beside) >= Tier.ELEVATED


@pytest.mark.parametrize("text", NOT_OTHERWISE)
def test_like_words_about_other_things_are_no_alarm(text: str) -> None:
    assert tier(text) is Tier.NONE


def test_no_twin_without_risk_alarms_and_some_of_the_indirect_are_seen() -> None:
    rows = [line.split("\t") for line in TWINS.read_text(encoding="utf-8").splitlines()]
    told = [(row[0], stated(row[3]).verdict) for row in rows]
    alarms = [kind for kind, one in told if one.tier >= Tier.ELEVATED and one.who is Who.SELF]
    seen = [one for one in alarms if one in ("elevated", "acute")]
    assert len(alarms) == len(seen)
    assert len(seen) >= 89  # of 151; they were in view when the signs were written


@pytest.mark.skipif(not RISK.exists(), reason="the conversations are not on this machine")
def test_most_people_at_high_risk_are_seen_and_few_at_low_risk() -> None:
    rows = [json.loads(line) for line in RISK.read_text(encoding="utf-8").splitlines()]
    seen = {"High": 0, "Low": 0}
    for row in rows:
        own = [turn["text"] for turn in row["turns"] if turn["role"] == "person"]
        each = (read(own[: at + 1]).tier for at in range(len(own)))
        seen[row["risk"]] += any(one >= Tier.ELEVATED for one in each)
    assert seen["High"] >= 28
    assert seen["Low"] <= 5


# -- long messages -----------------------------------------------------------------------------

FILLINGS = (
    "the tram was late and we walked home, ",
    "the tram was late. ",
    "well\n",
    "so ,",
    "and so on ",
    "\U0001f642 ",
    "e\u0301",
)


@pytest.mark.parametrize("filling", FILLINGS, ids=lambda _: None)
def test_nothing_is_hidden_in_the_middle_of_60_kilobytes(filling: str) -> None:
    half = filling * (30_000 // len(filling))
    for words in PLAIN:
        assert tier(f"{half} and {words} and {half}") >= Tier.ELEVATED


def test_what_a_cut_begins_or_ends_with_is_no_sentence_of_its_own() -> None:
    said = "the boss of that level has to kill me now again and a plan to win it all "
    assert tier(said * 2000) is Tier.NONE
