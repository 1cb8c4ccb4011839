"""What one reply was made with: which model, told what, read by which network; never a word of it.

A server of models is a stranger: the name it gives is cut and cleaned before anything looks at it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Final

MOST_NAME: Final = 80  # characters of a model's name
MOST_CALLED: Final = 4  # names that one endpoint may give its model while a process lives
_UNFIT = re.compile(r"[^A-Za-z0-9._:/@+-]+")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_IS_PATH = re.compile(r"(?:[A-Za-z]:)?[/\\]|.*\.gguf$", re.ASCII)


class By(StrEnum):
    """Who wrote a reply's words."""

    MODEL = "model"
    DEMONSTRATION = "demonstration"  # hand-written sentences, chosen by no language model
    PROGRAM = "program"  # fixed words, such as those where a life is at risk


def cleaned(name: str) -> str:
    """Gives a name that the operator set on one line, cut where it is long."""
    return _BLANK.sub(" ", name[: 4 * MOST_NAME]).strip()[:MOST_NAME]


def as_called(name: str) -> str:
    """Gives the name by which an endpoint calls its model, without a path of its machine."""
    cut = name[: 4 * MOST_NAME]
    cut = re.split(r"[/\\]", cut)[-1] if _IS_PATH.match(cut) else cut
    return _UNFIT.sub("-", cut).strip("-")[:MOST_NAME]


@dataclass(frozen=True, slots=True)
class Maker:
    """One endpoint: the name its model is asked by, and the SHA-256 of its file where known.

    Args:
        is_model: False for the demonstration voice.
    """

    model: str = ""
    weights: str = ""
    is_model: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """What one reply, or its repair, was made with.

    Args:
        model: as its endpoint names it, else as it is asked for; empty where none wrote.
        weights: the SHA-256 of the model's file; empty where it is not known.
        prompt: the version of the instructions and a digest of all that they are written from.
        since: the day, as 2026-11-30, from which on these instructions were used here.
        classifier: the SHA-256 of the network that reads each sentence; empty: there was none.
        program: the version of this program.
    """

    by: By = By.MODEL
    model: str = ""
    weights: str = ""
    prompt: str = ""
    since: str = ""
    classifier: str = ""
    program: str = ""


def dump(made: Made) -> str:
    """Writes it as it is kept with a reply."""
    return json.dumps({name: value for name, value in asdict(made).items() if value})


def load(stored: str) -> Made | None:
    """Reads what `dump` wrote; None where nothing was kept that can be read."""
    try:
        raw = json.loads(stored)
        known = {one.name: str(raw[one.name]) for one in fields(Made) if one.name in raw}
        return replace(Made(**known), by=By(raw["by"]))  # type: ignore[arg-type]
    except (ValueError, LookupError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class Origin:
    """What an installation makes its replies with, as it is known at its start.

    Args:
        makers: its endpoints, in the order in which they are asked.
    """

    makers: tuple[Maker, ...] = ()
    prompt: str = ""
    since: str = ""
    classifier: str = ""
    program: str = ""

    def made(self, place: int | None, called: str = "") -> Made:
        """Gives what a reply was made with.

        Args:
            place: which endpoint wrote it; None: none did.
            called: the name that the endpoint gave its model.
        """
        if place is None:
            return Made(By.PROGRAM, program=self.program)
        maker = self.makers[place] if place < len(self.makers) else Maker()
        by = By.MODEL if maker.is_model else By.DEMONSTRATION
        model = called or maker.model
        told = self.prompt, self.since, self.classifier, self.program
        return Made(by, model, maker.weights, *told)

    @property
    def weights(self) -> Mapping[str, str]:
        """The SHA-256 of each model's file that is known, by the model's name."""
        return {one.model: one.weights for one in self.makers if one.weights}


NO_ORIGIN: Final = Origin()


@dataclass(slots=True)
class Called:
    """The names that endpoints gave their models in this process: MOST_CALLED of each (bounded).

    A server that named itself anew in each reply would else be news every day, and a row a name.
    """

    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def note(self, asked: str, called: str) -> None:
        """Notes the name that an endpoint gave the model asked for, while there is room."""
        known = self.names.get(asked, ())
        if called and called not in known and len(known) < MOST_CALLED:
            self.names = {**self.names, asked: (*known, called)}

    def counted(self, asked: str, called: str) -> str:
        """Gives the name under which a reply is counted: one that is known here."""
        return called if called in self.names.get(asked, ()) else asked
