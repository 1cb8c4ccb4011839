"""Figures of the governor, for `make bench`: what it adds to each sentence of a reply.

The whole way is from the pieces of a model to what is shown: sentences, rules, a classifier that
answers at once, the look at what may still be shown, and a judge that answers at once. All of it
is computing, so what is counted is this thread's own time: what else the machine does is not in it.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bot.engine.generate import Generation
from bot.governor.check import found
from bot.governor.filter import Governed
from bot.governor.leanings import Leanings
from bot.levels import Level
from bot.words import Brief, Draft, Prompt, PromptLine
from tests.in_english import in_english

ROUNDS = 5
PIECE = 4  # characters, about a token
IN_A_REPLY = 5  # sentences
USER = "I have to tell my team that the launch slips."
PROMPT = Prompt(Brief(Level.WARM, None, 1, 1), (PromptLine("user", USER),))


class PieceByPiece:
    """Gives a reply in pieces, and keeps the seconds until each sentence was dealt with."""

    host: str | None = None

    def __init__(self, sentences: list[str]) -> None:
        self._sentences = sentences
        self.spent: list[float] = []

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        for sentence in self._sentences:
            seconds = 0.0
            for at in range(0, len(sentence), PIECE):
                began = time.thread_time()
                yield Draft(sentence[at : at + PIECE])
                seconds += time.thread_time() - began
            self.spent.append(seconds)

    async def close(self) -> None:
        return None


def sentences() -> list[str]:
    """Gives what people write about anything, as sentences of one length of a reply."""
    words = Path(__file__).parent / "words" / "innocent.txt"
    lines = words.read_text(encoding="utf-8").splitlines()
    return [f"And then {line}, which is why the office closes at noon. " for line in lines]


def by_rules() -> list[float]:
    """Gives seconds the rules alone take for a sentence."""
    context, spent = in_english(USER, Level.WARM), []
    for line in sentences() * ROUNDS:
        began = time.thread_time()
        found(line, context)
        spent.append(time.thread_time() - began)
    return spent


async def _yes() -> bool:
    return True


async def _nothing(_sentence: str) -> Leanings:
    return Leanings()


async def _no_fault(_flag: str, _sentence: str) -> bool:
    return False


async def the_whole_way() -> list[float]:
    """Gives seconds from the pieces of a sentence to what is shown of it."""
    context, spent = in_english(USER, Level.WARM), list[float]()
    every = sentences() * ROUNDS

    def governed() -> Governed:
        return Governed(1, context=context)

    for at in range(0, len(every), IN_A_REPLY):
        model = PieceByPiece(every[at : at + IN_A_REPLY])
        releasing = Generation((model,), governed, _yes, 60, _no_fault, _nothing)
        async for _ in releasing.texts(PROMPT):
            pass
        spent += model.spent
    return spent


def line(name: str, seconds: list[float]) -> str:
    """Gives the figures of one way as a line."""
    p50, p90 = statistics.median(seconds), statistics.quantiles(seconds, n=10)[8]
    return f"{name:<28} p50 {1000 * p50:6.2f} ms   p90 {1000 * p90:6.2f} ms\n"


def main() -> None:
    """Measures and prints."""
    sys.stdout.write(line("a sentence, rules alone", by_rules()))
    sys.stdout.write(line("a sentence, the whole way", asyncio.run(the_whole_way())))


if __name__ == "__main__":
    main()
