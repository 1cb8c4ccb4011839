"""An installation whose documents are made, from settings as an operator writes them."""

from dataclasses import replace
from datetime import date

from adapters.cli.house import house_of
from adapters.published.running import LawLine, Running
from bot.model.offline import OfflineModel
from bot.settings import Settings
from bot.settings.loading import load
from bot.strings import ENGLISH

A_DAY = date(2026, 11, 30)
LAW = LawLine("A law of somewhere", "2026-01-01", "Say that it is an AI.", "It says so: `/attune`.")


def settings(**given: str) -> Settings:
    """Gives settings from their names without the prefix."""
    return load({f"ATTUNE_{name.upper()}": value for name, value in given.items()}, None)


def running(*laws: LawLine, network: int | None = 2, judge: str = "", **given: str) -> Running:
    """Gives an installation with these settings."""
    of = settings(**given)
    house = house_of(of, (OfflineModel(ENGLISH),))
    return Running(of, replace(house, judge=judge), laws, ENGLISH, network, "1.2", A_DAY)
