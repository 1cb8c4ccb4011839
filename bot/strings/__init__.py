"""The strings: every sentence people read, as data; no model writes any of them.

One folder a language, one TOML file an area, read once. `ENGLISH` is the whole of one language, as
a value that is passed on: a house has it, a decision and the governor read it from what they are
given, and `to` gives another that is offered. A sentence is plain and kind, at a reading age of
twelve. A new one: its key in the area's type (spoken.py, held.py, crisis.py) and its text in each
language's file of that area.
"""

from bot.strings.load import installed, offered
from bot.strings.strings import MODEL, Spoken, Strings

__all__ = ["ENGLISH", "OFFERED", "Spoken", "Strings"]

ENGLISH = installed(MODEL)
OFFERED = offered()  # the languages that people are answered in, by code
