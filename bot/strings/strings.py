"""Every sentence people read, as one value a language; and what is said in other languages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from bot.levels import Level
from bot.strings.agreed import RoleWords
from bot.strings.carded import (
    About,
    Cards,
    Choices,
    Dates,
    Help,
    Language,
    Settings,
    Status,
    SummaryWords,
)
from bot.strings.crisis import FloorWords, Risk
from bot.strings.fill import sentences
from bot.strings.held import (
    Admins,
    BoundaryWords,
    Commands,
    Consent,
    Continuity,
    Data,
    Export,
    HoldingWords,
    Kept,
    NightCard,
    Person,
    Style,
)
from bot.strings.importing import Importing
from bot.strings.of_impact import ImpactWords
from bot.strings.of_noticed import NoticedWords
from bot.strings.of_people import PeopleWords, ReachWords
from bot.strings.of_study import StudyWords
from bot.strings.offline import Offline
from bot.strings.spoken import (
    Failures,
    Health,
    Identity,
    Leaving,
    LimitLines,
    Repair,
    Replies,
    Rooms,
    Why,
)

MODEL = "en"  # the language whose keys and placeholders every other follows
LANGUAGES = (MODEL, "de", "es", "fr", "pt", "it", "nl", "pl", "tr", "ru", "ja")
OF_A_MODEL = frozenset(("offline",))  # drafts: no rule takes them for the program's own
ON_CARDS = frozenset(
    (
        "about",
        "boundaries",
        "cards",
        "choices",
        "dates",
        "export",
        "help",
        "holding",
        "impact",
        "importing",
        "kept",
        "language",
        "noticed",
        "people",
        "reach",
        "roles",
        "settings",
        "status",
        "study",
        "summary",
    )
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said in a language that somebody writes, whatever language they are answered in."""

    identity: Identity
    leaving: Leaving | None = None
    crisis: FloorWords | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """Every sentence of one language, by area; loaded once, compared by identity."""

    code: str  # "en"
    about: About
    admins: Admins
    boundaries: BoundaryWords
    cards: Cards
    choices: Choices
    commands: Commands
    consent: Consent
    continuity: Continuity
    crisis: FloorWords
    data: Data
    dates: Dates
    export: Export
    failures: Failures
    health: Health
    help: Help
    holding: HoldingWords
    identity: Identity
    impact: ImpactWords
    importing: Importing
    kept: Kept
    language: Language
    limits: LimitLines
    night_card: NightCard
    noticed: NoticedWords
    people: PeopleWords
    reach: ReachWords
    offline: Offline
    person: Person
    repair: Repair
    replies: Replies
    risk: Risk
    roles: RoleWords
    rooms: Rooms
    settings: Settings
    status: Status
    study: StudyWords
    style: Style
    summary: SummaryWords
    why: Why
    spoken: Mapping[str, Spoken]  # by code, itself among them
    others: Callable[[str], "Strings | None"] = field(repr=False)  # by code, if it is offered

    @property
    def every(self) -> tuple["Strings", ...]:
        """This language, and each other that is offered, by which its words are recognised."""
        others = filter(None, map(self.others, LANGUAGES))
        return (self, *(one for one in others if one is not self))

    def to(self, code: str) -> "Strings":
        """Gives every sentence of that language; itself where it is not offered, or not known."""
        return self if code in ("", self.code) else self.others(code) or self

    def spoken_in(self, language: str) -> Spoken | None:
        """Gives what is said in a language, by its English name; None where nothing is."""
        named = (one for one in self.spoken.values() if one.identity.language == language)
        return next(named, None)

    def level(self, level: Level) -> str:
        """Gives what a level is called within a sentence."""
        return self.cards.names[level.word]

    def titled(self, level: Level) -> str:
        """Gives what a level is called where a sentence begins with it."""
        name = self.level(level)
        return f"{name[:1].upper()}{name[1:]}"

    def manner(self, value: str) -> str:
        """Gives what a manner of replies is called within a sentence."""
        named = self.status.manners[value]
        return f"{named[:1].lower()}{named[1:]}"

    def listed(self, things: Iterable[str]) -> str:
        """Gives things one after another, as a sentence of this language lists them."""
        return self.cards.comma.join(things)

    def code_of(self, language: str) -> str:
        """Gives the code of a language, by its English name; empty where nothing is said in it."""
        named = (code for code, one in self.spoken.items() if one.identity.language == language)
        return next(named, "")

    def leaving_in(self, language: str) -> Leaving | None:
        """Gives what is said first to who leaves in another language; None where nothing is."""
        found = self.spoken_in(language) if language != self.identity.language else None
        return found.leaving if found is not None else None

    def crisis_in(self, language: str) -> FloorWords:
        """Gives the fixed words for a life at risk in that language, else in this one."""
        found = self.spoken_in(language)
        return (found.crisis if found is not None else None) or self.crisis

    def is_ai_in(self, code: str) -> str:
        """Gives the sentence that says what it is in the language of that code, else in this."""
        found = self.spoken.get(code)
        return found.identity.is_ai if found is not None else self.identity.is_ai

    @property
    def every_crisis(self) -> tuple[FloorWords, ...]:
        """The fixed words for a life at risk, in every language that has them."""
        return tuple(one.crisis for one in self.spoken.values() if one.crisis is not None)

    @property
    def every_is_ai(self) -> tuple[str, ...]:
        """The sentence that says what it is, in every language."""
        return tuple(one.identity.is_ai for one in self.spoken.values())

    @property
    def lines(self) -> Mapping[str, str]:
        """Every sentence that stands alone, and in no table and on no card, by area and key."""
        areas = ((each.name, getattr(self, each.name)) for each in fields(self))
        others = ON_CARDS | OF_A_MODEL
        every = ((name, area) for name, area in areas if is_dataclass(area) and name not in others)
        return {
            f"{name}.{key}": text
            for name, area in every
            for key, text in sentences(area)
            if "." not in key
        }

    @property
    def foot_lines(self) -> tuple[str, ...]:
        """What is appended to replies, or said in place of one: no model reads it as its own."""
        under, failed = self.replies, self.failures
        return (
            *(under.notice, under.notice_under_18, under.stopped, under.cut_off),
            *(failed.unreachable, failed.refused, failed.cut_off),
            *(failed.empty, failed.filtered, failed.declined),
        )
