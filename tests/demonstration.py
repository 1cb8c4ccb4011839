"""What the demonstration voice says to first messages: `python -m tests.demonstration FILE.jsonl`.

Each row has the message as `text`, and may have `level` and `stance`; printed is the message, what
it was heard as, and the reply as the first that its person gets. Where the crisis floor speaks, its
words stand there. The voice in tests is made here too, its network opened once.
"""

import json
import sys
from functools import lru_cache
from pathlib import Path

from adapters.cli.weights import FOLDER
from bot.crisis import texts
from bot.crisis.bands import scored
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Tier, stated
from bot.levels import LEVELS, Level, level_named, stance_named
from bot.model.classifier import Network, loaded
from bot.model.offline import OfflineModel
from bot.model.situations import hearing
from bot.model.voice import Hears, Voice
from bot.strings import ENGLISH
from bot.words import Brief


@lru_cache(maxsize=1)
def hears() -> Hears:
    """Gives what hears by the files that ship, opened once a process."""
    return hearing(FOLDER)


def demonstrating() -> OfflineModel:
    """Gives the demonstration voice as it is shipped."""
    return OfflineModel(ENGLISH, hears())


def brief(row: dict[str, str]) -> Brief:
    """Gives the brief of a row."""
    level = level_named(row.get("level", "")) or Level.PLAIN
    stance = stance_named(row.get("stance") or "")
    return Brief(level, stance, LEVELS[level].questions, LEVELS[level].reflection, first=True)


@lru_cache(maxsize=1)
def network() -> Network:
    """Gives the network of the crisis floor, opened once a process."""
    return loaded(FOLDER)


def of_the_floor(text: str) -> str:
    """Gives the words of the crisis floor for a message, or nothing."""
    said = scored(stated(text), network().scores(text))
    verdict = weighed((said,), in_episode=False)
    return texts.private(ENGLISH, verdict, "") if verdict.tier >= Tier.ELEVATED else ""


def main() -> None:
    """Prints each message with its reply."""
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        row = json.loads(line)
        voice = Voice(ENGLISH, hears())
        heard, floor = voice.heard(row["text"]), of_the_floor(row["text"])
        said = floor or "".join(voice.written(brief(row), row["text"]))
        name = "crisis" if floor else heard.situation or heard.family or "unsure"
        sys.stdout.write(f"{row['text']}\n  [{name}] {said}\n")


if __name__ == "__main__":
    main()
