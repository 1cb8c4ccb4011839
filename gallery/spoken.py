"""A piece as it is in another language: its person chose that, and taps what is offered in it."""

from dataclasses import replace

from bot.strings import ENGLISH, OFFERED, fill
from gallery.pieces import Deed, Gives, Piece, Taps

ASKED = "in="


def spoken(piece: Piece, code: str) -> Piece:
    """Gives a piece in the language of that code."""
    chosen = Gives(f"language {code}")
    after, deeds = (tuple(_said(one, code) for one in each) for each in (piece.after, piece.deeds))
    return replace(piece, name=f"{piece.name}-{code}", after=(chosen, *after), deeds=deeds)


def language_in(words: list[str]) -> str:
    """Gives the language that is asked for, as `in=de`; empty for the one that is kept."""
    asked = next((one.removeprefix(ASKED) for one in words if one.startswith(ASKED)), "")
    if asked and asked not in OFFERED:
        raise SystemExit(f"It is in=CODE, CODE one of {', '.join(OFFERED)}.")
    return asked


def _said(deed: Deed, code: str) -> Deed:
    return Taps(label(deed.label, code)) if isinstance(deed, Taps) and deed.label else deed


def label(begins: str, code: str) -> str:
    """Gives what the first choice that begins so in English says in another language."""
    theirs = dict(_labels(code))
    return next(theirs[key] for key, text in _labels("en") if text.startswith(begins))


def _labels(code: str) -> list[tuple[str, str]]:
    said = ENGLISH.to(code)
    return [
        *fill.sentences(said.choices),
        *((one, said.help.topics[one]) for one in said.help.topics),
    ]
