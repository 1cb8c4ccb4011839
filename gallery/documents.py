"""`python -m gallery.documents`: what an operator publishes, read by axe-core and as pictures.

Each page is checked at each size and theme, and what does not hold ends it with 1; then the pictures
are taken into docs/published. `python -m gallery.documents check` takes none. A year is made up for
the report; the protocol and the policy are those of the settings below.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from random import Random

from adapters.cli import laws
from adapters.published.blocks import Document
from adapters.published.counted import Span, figures
from adapters.published.page import page
from adapters.published.privacy import privacy
from adapters.published.protocol import protocol
from adapters.published.report import report
from adapters.published.running import LawLine, Running
from bot.crisis.signs import What
from bot.engine.counts import CONSENT, REFERRED, REPAIR, SIGNAL, WRITTEN
from gallery.shots import CLIENT, installed
from tests.platforms.install import node
from tests.published import running

OUT = Path(__file__).parents[1] / "docs" / "published"
DEVICES = {"phone": (390, 760), "desktop": (900, 700)}
YEAR = Span(tuple(f"2026-{one:02}" for one in range(1, 13)), date(2027, 1, 9), is_year=True)
MOST = {f"{REPAIR}cold": 30, f"{REPAIR}too long": 18, f"{REPAIR}missed the point": 22}
MOST |= {f"{CONSENT}given": 40, f"{CONSENT}requested": 60, f"{CONSENT}withdrawn": 9}
MOST |= {f"{WRITTEN}:model:small": 900, f"{SIGNAL}{What.MEANS}": 2, f"{SIGNAL}{What.WISH_DEAD}": 3}
A_MONTH = Span(("2026-11",), YEAR.today)
# What is checked: WCAG 2.2 to its level AA, and what axe-core calls best practices.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
THEMES = ("light", "dark")
# Where each picture begins, by the name of the section; empty: at the top.
SHOWN = (
    ("protocol", "phone", "light", "heard"),
    ("protocol", "desktop", "dark", ""),
    ("privacy", "phone", "dark", "hosts"),
    ("privacy", "desktop", "light", "kept"),
    ("report", "phone", "light", "repair"),
    ("report", "desktop", "dark", "crisis-referrals"),
)


def made_up() -> dict[str, int]:
    """Gives the counts of a year that never was."""
    chance = Random(7)
    counts: dict[str, int] = {}
    for month in YEAR.months:
        each = {thing: chance.randint(0, most) for thing, most in MOST.items()}
        each[REFERRED] = sum(count for thing, count in each.items() if thing.startswith(SIGNAL))
        counts |= {f"{month}:{thing}": count for thing, count in each.items()}
    return counts


def documents() -> dict[str, Document]:
    """Gives each document by its name."""
    of = exemplary()
    year = report(figures(YEAR, made_up(), ()), of, is_drawn=True)
    month = report(figures(A_MONTH, made_up(), ()), of, is_drawn=True)
    return {"protocol": protocol(of), "privacy": privacy(of), "report": year, "month": month}


def exemplary() -> Running:
    """Gives the installation that they are of."""
    given = {
        "operator_name": "Ada",
        "operator_contact": "ada@example.org",
        "discord_token": "a.b.c",
    }
    of = running(
        network=2, judge="", model_url="https://api.example.com/v1", model_name="small", **given
    )
    rows = laws.rows_of(of.house.duties)
    asked = (LawLine(r.law, r.since, r.asks, laws.sentence(r, of.house.duties)) for r in rows)
    return Running(of.settings, of.house, tuple(asked), of.written_in, 2, "0.1", YEAR.today)


def checks(folder: Path) -> list[dict[str, object]]:
    """Gives what is checked: each page on each device, light and dark."""
    return [
        {"name": name, "url": _url(folder, name), "size": size, "theme": theme}
        for name in documents()
        for size in DEVICES.values()
        for theme in THEMES
    ]


def main(*, takes_pictures: bool) -> int:
    """Checks each page, takes each picture, and gives 1 where something does not hold."""
    installed()
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for document, whole in documents().items():
            (folder / f"{document}.html").write_text(page(whole), "utf-8")
        shots = [_shot(folder, *one) for one in SHOWN] if takes_pictures else []
        asked = {"checks": checks(folder), "rules": RULES, "shots": shots}
        listed = folder / "shots.json"
        listed.write_text(json.dumps({"browser": shutil.which("chromium"), **asked}))
        command = [str(node()), "documents.mjs", str(listed)]
        return subprocess.run(command, cwd=CLIENT, check=False).returncode


def _url(folder: Path, document: str) -> str:
    return (folder / f"{document}.html").as_uri()


def _shot(folder: Path, document: str, device: str, theme: str, section: str) -> dict[str, object]:
    url = _url(folder, document)
    file = str(OUT / f"{document}-{device}-{theme}.png")
    return {"url": url, "section": section, "size": DEVICES[device], "theme": theme, "file": file}


if __name__ == "__main__":
    sys.exit(main(takes_pictures=sys.argv[1:] != ["check"]))
