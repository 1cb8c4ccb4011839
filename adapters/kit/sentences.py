"""Reads the sentences that are said on one platform alone: a file a language, in its folder."""

import tomllib
from importlib import resources
from typing import TypeVar

from bot.strings.fill import filled
from bot.strings.strings import MODEL

Sentences = TypeVar("Sentences")


def sentences_of(platform: str, kind: type[Sentences], code: str) -> Sentences:
    """Gives a platform's sentences in a language, or in English where it has no file of it.

    Raises ValueError where the file is not as its type declares.
    """
    folder = resources.files(f"adapters.{platform}") / "strings"
    file = folder / f"{code}.toml"
    file = file if file.is_file() else folder / f"{MODEL}.toml"
    return filled(kind, tomllib.loads(file.read_text("utf-8")), f"{platform}/{file.name}")
