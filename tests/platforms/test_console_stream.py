"""Real messages and real replies through `attune chat --jsonl` and a raw-socket endpoint."""

import json
import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from adapters.cli import weights
from adapters.evaluation.review import rules_alone
from bot.crisis.signs import What
from bot.crisis.texts import straight
from bot.crisis.tiers import Verdict
from bot.governor.exclaimed import MOST, asks_for_nothing
from bot.governor.filter import Governed
from bot.governor.leanings import Leanings
from bot.governor.questions import is_question
from bot.model.classifier import Network, loaded
from bot.strings import ENGLISH
from bot.text.plain import plain
from bot.text.sentences import split
from bot.words import Draft
from tests.in_english import in_english
from tests.platforms.console_process import as_typed, home, standing
from tests.platforms.model_server import Body, ModelServer, Stream
from tests.small_lines import without_small

SHARED = Path(__file__).parents[3] / "shared" / "evaldata"
MESSAGES, REPLIES = SHARED / "messages_irc.jsonl", SHARED / "replies_spiral.jsonl"
HERE = pytest.mark.skipif(not REPLIES.exists(), reason="the real messages are not on this machine")
Leans = Callable[[str], Leanings | None]
Before = tuple[str, ...]
SOURCES = "One short sentence. And “why?” is quoted. "


def sample(file: Path, field: str, count: int) -> list[str]:
    rows = [json.loads(line)[field] for line in file.read_text(encoding="utf-8").splitlines()]
    return random.Random(11).sample([row for row in rows if row.strip()], count)


def of_the_model(text: str) -> str:
    """Gives a reply without what the program itself says before and after it."""
    text = without_small(text)
    for what in (None, *What):
        text = text.removeprefix(f"{straight(ENGLISH, Verdict(what=what))}\n\n")
    return text.removesuffix(f"\n\n{ENGLISH.crisis.help}")


async def read_aloud(folder: Path, count: int) -> None:
    """Sends so many messages and sees each of them answered, whole, in its own message."""
    asked: list[Body] = []

    def script(body: Body) -> Stream:
        asked.append(body)
        return Stream(SOURCES + f"Reply {len(asked)}.", seed=len(asked))

    messages = sample(MESSAGES, "text", count)
    async with ModelServer(script) as server:
        actions = await home(folder, server.url).ran(*map(as_typed, messages))
    seen = [action["text"] for action in actions if action["do"] == "seen"]
    assert seen == messages
    assert not [action for action in actions if action["do"] == "error"]
    replies = [one for one in standing(actions).values() if one["reply_to"] is not None]
    crises = sum(one["text"].startswith(ENGLISH.crisis.first) for one in replies)
    written = [one["text"] for one in replies if not one["text"].startswith(ENGLISH.crisis.first)]
    wholes = [of_the_model(text) for text in written]
    leaving = sum(in_english(text).is_leaving for text in messages)  # of one short line each
    told = [SOURCES + f"Reply {number + 1}." for number in range(len(asked))]
    assert len(wholes) == len(told)
    others = [whole for whole, text in zip(wholes, told, strict=True) if whole != text]
    assert others == [SOURCES.partition(" And")[0]] * len(others)
    assert len(others) <= leaving
    private = [one for one in standing(actions).values() if one["to"] is not None]
    assert len(asked) + crises + len(private) == count
    assert Counter(one["reply_to"] for one in replies).most_common(1)[0][1] == 1


@HERE
async def test_thirty_real_messages_are_each_answered(tmp_path: Path) -> None:
    await read_aloud(tmp_path, 30)


@pytest.mark.proof
@HERE
async def test_four_hundred_real_messages_are_each_answered(tmp_path: Path) -> None:
    await read_aloud(tmp_path, 400)


def kept_of(reply: str, asked_by: str, budget: int) -> tuple[list[str], int]:
    """Gives the sentences of a reply that may stay, and how many questions were dropped.

    Few that need no answer ("isn't it?") are free where a question may be asked at all.
    """
    kept, dropped, asked, free, said = [], 0, 0, 0, in_english(asked_by).said
    for sentence in split(reply):
        if is_question(sentence):
            is_free = budget > 0 and free < MOST and asks_for_nothing(plain(sentence.text), said)
            if not is_free and asked >= budget:
                dropped += 1
                continue
            free, asked = free + is_free, asked + (not is_free)
        kept.append(sentence.text)
    return kept, dropped


def bare(text: str) -> str:
    """Gives a text without blanks, and without the fences that a part's end closes and opens."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(("```", "~~~")))
    return "".join("".join(lines).split())


def line_of(number: int) -> str:
    return f"And what of number {number}"


def governed(
    reply: str, asked: str, budget: int, leanings: Leans, before: Before = ()
) -> tuple[str, Governed]:
    """Gives what is left of a whole reply, and the governor that decided it."""
    of = Governed(budget, context=in_english(asked, earlier=before))
    text = ""
    for one in chain(of.feed(Draft(reply)), of.end()):
        of.leanings = leanings(one.unread) if one.unread else None
        text += one.text
    return text, of


@cache
def network() -> Network:
    """Gives the classifier that comes with the program."""
    return loaded(weights.FOLDER)


@cache
def ways(
    reply: str, asked: str, budget: int = 1, before: Before = ()
) -> list[tuple[str, Governed]]:
    """Gives what the classifier and the rules leave of a reply, and what the rules leave alone.

    On a busy machine the classifier may be late, and then rules judge the reply alone.
    """
    both = (network().leanings, rules_alone)
    return [governed(reply, asked, budget, lean, before) for lean in both]


def replies_in(body: Body) -> Before:
    """Gives the replies before this one, as a request has them."""
    return tuple(one["content"] for one in body["messages"] if one["role"] == "assistant")


async def streamed(folder: Path, count: int) -> int:
    """Streams so many real replies in random pieces, and gives how many questions were dropped.

    What would have been written anew is left out here: the endpoint plays no second draft.
    """
    replies = sample(REPLIES, "reply", count)
    replies = [
        each
        for n, each in enumerate(replies)
        if all(of.wants is None for _, of in ways(each, line_of(n)))
    ]
    count = len(replies)
    before: list[Before] = []

    def script(body: Body) -> Stream:
        before.append(replies_in(body))
        return Stream(replies[len(before) - 1], seed=len(before))

    async with ModelServer(script) as server:
        lines = [line_of(number) for number in range(count)]
        actions = await home(folder, server.url).ran(*lines)
    whole: dict[str, list[str]] = {}
    for one in standing(actions).values():
        if one["reply_to"] is not None:
            whole.setdefault(one["reply_to"], []).append(without_small(one["text"]))
    assert len(whole) == len(before) == count
    all_dropped, budget = 0, 1
    for number, (reply, messages) in enumerate(zip(replies, whole.values(), strict=True)):
        kept, dropped = kept_of(reply, line_of(number), budget)
        came = bare("\n".join(messages))
        both, alone = ways(reply, line_of(number), budget, before[number])
        left, of = alone if came == bare(alone[0]) else both
        all_dropped += dropped
        if not of.findings:  # only the budget decides, and that is counted here once more
            if dropped == 0 and len(messages) == 1:
                assert messages == [reply.rstrip()]
            assert bare(left) == (bare("".join(kept)) or bare(ENGLISH.replies.nothing_left))
        assert came == bare(left)
        budget = 0 if of.only_questions else 1
    return all_dropped


@HERE
async def test_twenty_real_replies_keep_every_byte_but_surplus_questions(tmp_path: Path) -> None:
    assert await streamed(tmp_path, 20) > 4


@pytest.mark.proof
@HERE
async def test_all_real_replies_keep_every_byte_but_surplus_questions(tmp_path: Path) -> None:
    assert await streamed(tmp_path, 983) > 200
