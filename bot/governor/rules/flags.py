"""The flags that rules raise, and what each means for a reply, whichever rule raised it. Pure.

A new flag is one member here: what decides by flag reads its traits, and holds no names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.governor.rules import judged
from bot.markers import Fed
from bot.strings import Strings

Instead = Callable[[Strings], str]  # picks the sentence that is said


@dataclass(frozen=True, slots=True)
class Alone:
    """What a leaning may do where no rule says why.

    Args:
        is_warm: a whole reply has the flag for less, and nothing of it is left out for that.
        is_of_itself: only of a sentence that speaks of the one who writes it, else warmth would go.
        may_drop: else it only raises a doubt.
        stands_again: left out of a first draft, and said again in the second, it stands.
    """

    leaning: str
    is_warm: bool = False
    is_of_itself: bool = False
    may_drop: bool = True
    stands_again: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What holds of a flag.

    Args:
        called: what it is called in the operator's log, and in the text of `/attune why`.
        is_general: `/attune why` names it where it says what every reply is checked for.
        is_of_answering: it is about how somebody is answered; what answers nobody may be so.
        cuts_openers: any opener of a sentence may be cut off for it, and the rest stands.
        spares_asked_for: a message that the person asked for speaks for them, and may say it.
        spares_admins: it is about how close or how long a reply is; an admins' own line may be.
        spares_danger: no leaning raises it where something is at stake: advice is due there.
        needs_closeness: no leaning raises it where the level asks for no closeness.
        leanings: those of a classifier that bear a finding out; one of them is enough.
        alone: what a leaning may do without a rule.
        instruct: what a redraft is told where no rule of this flag is known.
        instead: what is said where all of a reply was left out for it.
        question: what a judge is asked about it; the text ends in two examples or more.
        feeds: what a reply has too much of that has it, and may so add to a marker.
        tells_of_people: it says something of a person, not only of a model: no figure names it.
    """

    called: str
    is_general: bool = False
    is_of_answering: bool = False
    cuts_openers: bool = False
    spares_asked_for: bool = False
    spares_admins: bool = False
    spares_danger: bool = False
    needs_closeness: bool = False
    leanings: tuple[str, ...] = ()
    alone: Alone | None = None
    instruct: str = ""
    instead: Instead | None = None
    question: str = ""
    feeds: Fed | None = None
    tells_of_people: bool = False


class Flag(StrEnum):
    """What may be wrong with a reply, in the order in which a review lists it."""

    traits: Traits

    def __new__(cls, name: str, traits: Traits) -> "Flag":
        """Makes one of its name and its traits."""
        flag = str.__new__(cls, name)
        flag._value_ = name
        flag.traits = traits
        return flag

    FLATTERY = (
        "flattery",
        Traits(
            "flattery",
            is_general=True,
            cuts_openers=True,
            leanings=("flattery",),
            alone=Alone("flattery", is_warm=True),
            question=judged.FLATTERY,
            feeds=Fed.AGREEMENT,
        ),
    )
    CAPITULATION = (
        "capitulation",
        Traits(
            "position given up",
            is_general=True,
            is_of_answering=True,
            spares_admins=True,
            feeds=Fed.AGREEMENT,
        ),
    )
    ATTACHMENT_HOOK = (
        "attachment_hook",
        Traits(
            "hooks",
            is_general=True,
            spares_asked_for=True,
            leanings=("hook",),
            alone=Alone("hook", is_warm=True, is_of_itself=True),
            question=judged.HOOK,
            feeds=Fed.CLOSENESS,
        ),
    )
    FAREWELL_PRESSURE = (
        "farewell_pressure",
        Traits("holding on at a goodbye", spares_admins=True, feeds=Fed.CLOSENESS),
    )
    CLAIMED_FEELINGS = (
        "claimed_feelings",
        Traits(
            "claimed feelings",
            is_general=True,
            spares_asked_for=True,
            leanings=("feeling",),
            alone=Alone("feeling", is_warm=True, is_of_itself=True),
            question=judged.FEELING,
            feeds=Fed.CLOSENESS,
        ),
    )
    QUESTION_BURDEN = (
        "question_burden",
        Traits(
            "surplus question",
            is_general=True,
            is_of_answering=True,
            instruct="Say something, and ask nothing.",
        ),
    )
    BOILERPLATE = (
        "boilerplate",
        Traits(
            "boilerplate",
            is_general=True,
            cuts_openers=True,
            spares_asked_for=True,
            leanings=("lecture", "distance", "refusal"),  # a phrase of any desk
        ),
    )
    MORALISING = (
        "moralising",
        Traits(
            "lectures",
            is_general=True,
            cuts_openers=True,
            spares_danger=True,
            leanings=("lecture",),
            alone=Alone("lecture", stands_again=True),
            question=judged.LECTURE,
        ),
    )
    DELUSION_REINFORCEMENT = (
        "delusion_reinforcement",
        Traits("a harmful belief or wish shared", feeds=Fed.AGREEMENT, tells_of_people=True),
    )
    MIRRORING = (
        "mirroring",
        Traits("saying back too much", spares_admins=True, is_of_answering=True),
    )
    ROMANCE = (
        "romance",
        Traits("courting", spares_asked_for=True, feeds=Fed.CLOSENESS, tells_of_people=True),
    )
    # Of 17 sentences of a real model that distance alone left out two readers called ten innocent.
    DISTANCE = (
        "distance",
        Traits(
            "distance",
            is_of_answering=True,
            spares_admins=True,
            needs_closeness=True,
            leanings=("distance",),
            alone=Alone("distance", may_drop=False),
            question=judged.DISTANCE,
        ),
    )
    TELEPHONE = (
        "telephone",
        Traits("telephone numbers", instead=lambda said: said.replies.no_numbers),
    )
    CLAIMED_CHANGE = (
        "claimed_change",
        Traits(
            "claimed changes",
            spares_asked_for=True,
            instead=lambda said: said.replies.changes_nothing,
        ),
    )
    DANGER_DISMISSED = "danger_dismissed", Traits("a danger made light of", tells_of_people=True)
    STANCE = "stance", Traits("against what was wanted now")
    BOUNDARY = "boundary", Traits("against a boundary")
    LANGUAGE = "language", Traits("another language")
    # Leanings raise none alone: whether one is due depends on what was asked.
    REFUSAL = "refusal", Traits("bare refusals")
