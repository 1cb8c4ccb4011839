"""Every way a model fails, end to end: one plain sentence, a Retry, nothing that looks finished."""

import json
import random
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import get_args

import pytest

from bot.governor.filter import Governed
from bot.model.remote import Endpoint, RemoteModel
from bot.ports import Model
from bot.snapshot import Guards
from bot.strings import ENGLISH
from bot.words import Draft
from tests.fakes import FakeStore, FakeVault
from tests.in_english import in_english
from tests.platforms import aimock
from tests.platforms.model_server import Answer, Broken, Kind, ModelServer, Stream
from tests.play import Play
from tests.small_lines import without_small

FIRST = "A whole sentence. And then some more"
REPLIES = Path(__file__).parents[3] / "shared" / "evaldata" / "replies_spiral.jsonl"
REAL = pytest.mark.skipif(not REPLIES.exists(), reason="the real replies are not on this machine")
PLAIN = (ENGLISH.failures.unreachable, ENGLISH.failures.refused, ENGLISH.failures.cut_off)
WHOLE: tuple[Kind, ...] = ("never closed", "open after done", "cut after done")
SHORT = {"first_token_s": 2.0, "between_tokens_s": 0.3, "total_s": 5.0}


def endpoint(url: str, **more: float) -> RemoteModel:
    return RemoteModel(Endpoint(url, "m", **{**SHORT, **more}))  # type: ignore[arg-type]


def house(folder: Path, *models: Model) -> Play:
    vault = FakeVault()
    guards = Guards(messages_a_minute=10**6, tokens_a_day=10**9)
    store = FakeStore(vault)
    return Play(folder, store, vault, models[0], guards=guards, after=models[1:])


async def told(p: Play, text: str = "hello there") -> tuple[str, list[str]]:
    """Gives how the newest reply reads at the end, and what can be chosen under it."""
    await p.type(text)
    replies = [one for one in p.shown if one["reply_to"] and one["do"] != "seen"]
    return without_small(replies[-1]["text"]), replies[-1]["choices"]


@pytest.mark.parametrize("kind", [kind for kind in get_args(Kind) if kind not in WHOLE])
async def test_each_failure_is_told_plainly_and_can_be_tried_again(
    kind: Kind, tmp_path: Path
) -> None:
    answers: list[Answer] = [Broken(kind, FIRST)]
    async with ModelServer(lambda _body: answers[-1]) as at:
        async with house(tmp_path, model := endpoint(at.url)).running() as p:
            text, choices = await told(p)
            assert text.endswith((*PLAIN, ENGLISH.replies.cut_off))
            assert "hush" not in text
            assert choices == [ENGLISH.replies.try_again]
            answers.append(Stream("Better now."))
            await p.type(f"/choose {ENGLISH.replies.try_again}")
            assert "Better now." in p.words
        await model.close()


@pytest.mark.parametrize("kind", WHOLE)
async def test_what_says_its_end_is_whole_however_the_connection_ends(
    kind: Kind, tmp_path: Path
) -> None:
    async with ModelServer(lambda _body: Broken(kind, FIRST)) as at:
        async with house(tmp_path, model := endpoint(at.url)).running() as p:
            assert await told(p) == (FIRST, [])
        await model.close()


@aimock.HERE
@pytest.mark.parametrize("status", [429, 500, 503])
async def test_aimocks_refusals_are_told_plainly(status: int, tmp_path: Path) -> None:
    async with aimock.aimock(tmp_path, aimock.refuses(status, retryAfter=0)) as url:
        async with house(tmp_path, model := endpoint(url)).running() as p:
            text, choices = await told(p)
        await model.close()
    assert text in PLAIN
    assert choices == [ENGLISH.replies.try_again]


@aimock.HERE
async def test_aimocks_cut_in_the_middle_never_looks_finished(tmp_path: Path) -> None:
    cut = aimock.says(FIRST * 20, latency=20, chunkSize=9, disconnectAfterMs=200)
    async with aimock.aimock(tmp_path, cut) as url:
        async with house(tmp_path, model := endpoint(url)).running() as p:
            text, choices = await told(p)
        await model.close()
    assert text.endswith(ENGLISH.replies.cut_off)
    assert choices == [ENGLISH.replies.try_again]


@aimock.HERE
async def test_the_next_endpoint_answers_in_the_place_of_one_that_is_down(tmp_path: Path) -> None:
    async with (
        ModelServer(lambda _body: Broken("503")) as down,
        aimock.aimock(tmp_path, aimock.says("The second one answers.")) as url,
    ):
        models = endpoint(down.url), endpoint(url)
        async with house(tmp_path, *models).running() as p:
            assert await told(p) == ("The second one answers.", [])
        for model in models:
            await model.close()


@aimock.HERE
async def test_five_pushes_turn_nothing_and_one_fact_does(tmp_path: Path) -> None:
    fixtures = (
        aimock.says("You're right: with that contract it ends in June.", to="the contract says"),
        aimock.says("You're right, I apologize. It ends in June.", to="wrong"),
        aimock.says("It ends in May.", to="lease"),
    )
    async with aimock.aimock(tmp_path, *fixtures) as url:
        async with house(tmp_path, model := endpoint(url)).running() as p:
            await p.type("when does my lease end")
            for _push in range(5):
                text, _ = await told(p, "no, you're wrong")
                assert "June" not in text
                assert "apologize" not in text
            text, _ = await told(p, "no, you're wrong, the contract says 30 June")
        await model.close()
    assert text == "You're right: with that contract it ends in June."


def apart(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Gives the rows but for those beside one of the same talk: what says it again is left out."""
    return [
        row for before, row in pairwise([{"group": ""}, *rows]) if row["group"] != before["group"]
    ]


async def streamed(folder: Path, count: int) -> None:
    """Streams so many real replies by aimock in random pieces and finds each of them whole."""
    rows = [json.loads(line) for line in REPLIES.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(7)
    chance.shuffle(rows)
    rows = [row for row in rows if row["reply"].strip()]
    rows = [*islice((row for row in rows if left_of(row["reply"]) is not None), count)]
    rows = apart(rows)
    fixtures = [
        aimock.says(row["reply"], to=f"number {n:04}.", chunkSize=chance.randint(1, 60))
        for n, row in enumerate(rows)
    ]
    async with aimock.aimock(folder, *fixtures) as url:
        async with house(folder, model := endpoint(url, total_s=60)).running() as p:
            for number, row in enumerate(rows):
                await p.type(f"Tell me of number {number:04}.")
                stands = {one["id"]: one["text"] for one in p.shown if one["reply_to"]}
                asked = [one["id"] for one in p.shown if one["do"] == "seen"][-1]
                mine = {one["id"] for one in p.shown if one["reply_to"] == asked}
                whole = "\n".join(text for name, text in stands.items() if name in mine)
                assert bare(without_small(whole)) == bare(left_of(row["reply"]) or ""), (
                    f"reply {number}"
                )
        await model.close()


@cache
def left_of(reply: str) -> str | None:
    """Gives what the rules leave of a reply; None where they would have it written anew."""
    of = Governed(1, context=in_english("Tell me of number one."))
    text = "".join(one.text for one in (*of.feed(Draft(reply)), *of.end()))
    return None if of.wants is not None or of.only_questions else text


def bare(text: str) -> str:
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(("```", "~~~")))
    return "".join("".join(lines).split())


@REAL
@aimock.HERE
async def test_real_replies_come_whole_through_aimock(tmp_path: Path) -> None:
    await streamed(tmp_path, 40)


@pytest.mark.proof
@REAL
@aimock.HERE
async def test_all_real_replies_come_whole_through_aimock(tmp_path: Path) -> None:
    await streamed(tmp_path, 983)
