"""What brings danger closer beside a wish or after one, and never alarms by itself."""

import pytest

from bot.crisis.conversation import weighed
from bot.crisis.near import is_near
from bot.crisis.tiers import Stated, Tier, stated

NEAR = (
    "I have the pills here, and nobody will stop me",
    "I'm on the bridge now",
    "I'm at the edge of the roof, wind is cold",
    "dad's gun is on my lap",
    "I found my dad's gun",
    "the rope's tied",
    "the pills are next to me",
    "I've got a bottle of pills in front of me",
    "walking to the bridge",
    "sitting on the tracks",
    "I'm going to do it in ten minutes",
    "I'm going to jump",
    "I wrote the note",
    "it'll all be over soon",
    "I'm going to do it in two hours",
    "I have the bullets",
    "I wrote my goodbye letter",
    "I've tied the rope",
    "loaded the gun",
    "I cut my wrists",
    "I'm going to jump in front of a train",
    "I flushed them but I still have a rope here",
    "I have the pills here and took them",
    "I have the gun and put it in my mouth",
    "I am going to end my life tonight",
    "tengo las pastillas aquí",
    "je suis sur le pont",
    "ich hab die Tabletten hier",
    "estou na ponte",
    "ho qui le pillole",
    "ik sta op de brug",
    "stoję na moście",
    "у меня тут таблетки",
    "haplar elimde",
    "薬が手元にある",
)
FAR = (
    "I don't have the pills",
    "I gave the pills to my mom",
    "I threw the pills away",
    "I'm not on the bridge",
    "the bridge was closed",
    "I'm on the train",
    "I'm on edge today",
    "I have no gun",
    "my sister has the pills",
    "I will do it now",
    "I will call her tonight",
    "I'm not going to kill myself tonight",
    "I took my meds",
    "I cut my hair",
    "I cut my finger, it's bleeding",
    "I'm about to jump on a call with my therapist",
    "I'm going to jump in the shower",
    "I'm on the edge of a breakdown",
    "I'm at the edge of my seat",
    "I had the pills here but flushed them",
    "I no longer have the pills here",
    "the gun is here but I gave it to my brother",
    "tengo hambre",
    "ich habe die Schlüssel",
)


@pytest.mark.parametrize("text", NEAR, ids=lambda _: None)
def test_means_a_place_or_the_hour_are_acute_after_a_wish_and_in_an_episode(text: str) -> None:
    assert weighed((stated("I wish I was dead"), stated(text))).tier is Tier.ACUTE
    assert weighed((stated(text),), in_episode=True).tier is Tier.ACUTE


@pytest.mark.parametrize("text", FAR, ids=lambda _: None)
def test_what_is_away_or_ordinary_is_not_near(text: str) -> None:
    assert not stated(text).is_near


def test_each_clause_is_looked_at() -> None:
    assert is_near(("the day was long", "i am on the bridge now"))
    assert not is_near(("the day was long", "i am at home now"))


def test_by_itself_it_alarms_nobody() -> None:
    for text in ("I have the pills here", "I'm on the bridge now", "walking to the bridge"):
        assert weighed((Stated(), stated(text))).tier is Tier.NONE


def test_beside_a_wish_of_the_same_message_it_is_acute() -> None:
    assert weighed((stated("I wish I was dead. I have the pills here"),)).tier is Tier.ACUTE


def test_after_anothers_danger_it_is_not_the_persons() -> None:
    friend = stated("my friend wants to kill himself")
    assert weighed((friend, stated("I'm on the bridge now"))).tier is Tier.NONE
