"""What a judge was measured at, kept in the data folder, a question each.

A file of an earlier form, of another judge or that cannot be read is no result: it is measured
anew, and the file written over.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import structlog

from adapters.calibration.figures import Figures, read
from adapters.calibration.sentences import load
from bot.model.questions import QUESTIONS
from bot.settings import Settings

log = structlog.get_logger()
FILE = "judge.json"  # in the data folder


def key_of(settings: Settings, name: str) -> str:
    """Gives a name for this judge, its deadline, one question and its sentences."""
    judge = (settings.judge_url, settings.judge_name, str(settings.judge_seconds))
    whole = json.dumps((*judge, QUESTIONS[name], [asdict(one) for one in load(name)]))
    return hashlib.sha256(whole.encode()).hexdigest()


def kept(settings: Settings) -> dict[str, Figures]:
    """Gives this very judge's latest figures, for each question with a meaningful result."""
    try:
        found = json.loads((settings.data_folder / FILE).read_text(encoding="utf-8"))
        every = {name: found["questions"].get(name) for name in QUESTIONS}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
    read_out = {name: _figures(settings, name, one) for name, one in every.items()}
    return {name: figures for name, figures in read_out.items() if figures is not None}


def _figures(settings: Settings, name: str, one: Any) -> Figures | None:
    with suppress(ValueError, TypeError, KeyError):
        return read(one["figures"]) if one["of"] == key_of(settings, name) else None
    return None


def keep(settings: Settings, measured: Mapping[str, Figures]) -> None:
    """Stores meaningful results if there is a data folder; changes nothing else."""
    telling = {name: figures for name, figures in measured.items() if figures.is_telling}
    if not telling:
        return
    whole = {
        name: {"of": key_of(settings, name), "figures": asdict(figures)}
        for name, figures in (kept(settings) | telling).items()
    }
    file = settings.data_folder / FILE
    new = file.with_name(f"{FILE}.{os.getpid()}.new")
    try:
        new.write_text(json.dumps({"questions": whole}), encoding="utf-8")
        os.replace(new, file)
    except OSError as failure:
        log.warning("what the judge is worth could not be kept", error=type(failure).__name__)
