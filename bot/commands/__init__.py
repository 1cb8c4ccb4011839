"""The commands: one table, and a typed value for each, parsed once from a line or from options.

A value is taken from `bot.commands.values`: this door does not list them again.
"""

from bot.commands.entry import Option, Topic
from bot.commands.help import exists, explained, first_page, help_lines, page
from bot.commands.parse import GROUPS, asked_in, command_in, parse, picked
from bot.commands.plain_words import in_words
from bot.commands.readers import RESET, STYLES, UPWARD
from bot.commands.table import BY_NAME, COMMANDS, KINDS, is_right
from bot.commands.terms import TONIGHT, Lasts, Term

__all__ = [
    "BY_NAME",
    "COMMANDS",
    "GROUPS",
    "KINDS",
    "RESET",
    "STYLES",
    "TONIGHT",
    "UPWARD",
    "Lasts",
    "Option",
    "Term",
    "Topic",
    "asked_in",
    "command_in",
    "exists",
    "explained",
    "first_page",
    "help_lines",
    "in_words",
    "is_right",
    "page",
    "parse",
    "picked",
]
