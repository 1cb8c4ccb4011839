"""The operator's age check over HTTP: what leaves, and what each answer of a real server means."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from adapters.cli.doctor import age_checked
from adapters.cli.house import age_check_of
from adapters.kit.age_check import MOST, NOBODY, HttpAgeCheck
from bot.engine.age_check import AgeCheck
from bot.ids import PersonId
from bot.settings import load

ADA = PersonId("console:ada")
Answers = Callable[[dict[str, Any]], web.Response]


class Served:
    """A local server that answers as it is told, and what it was asked."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[tuple[dict[str, Any], str]] = []
        self.url = ""

    async def heard(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append((body, request.headers.get("Authorization", "")))
        return self.answers(body)


@asynccontextmanager
async def serving(answers: Answers) -> AsyncIterator[Served]:
    """Serves on a free port of this machine."""
    served, app = Served(answers), web.Application()
    app.router.add_post("/age", served.heard)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    served.url = f"http://127.0.0.1:{runner.addresses[0][1]}/age"
    try:
        yield served
    finally:
        await runner.cleanup()


def says(word: object) -> Answers:
    return lambda asked: web.json_response({"token": asked["token"], "answer": word})


async def answered(answers: Answers, **how: Any) -> tuple[str, Served]:
    async with serving(answers) as served:
        check: AgeCheck = HttpAgeCheck(served.url, **how)
        try:
            return await check.answer("pseudonym", ADA), served
        finally:
            await check.close()


@pytest.mark.parametrize("word", ["adult", "minor", "unknown"])
async def test_each_answer_is_read(word: str) -> None:
    assert (await answered(says(word)))[0] == word


@pytest.mark.parametrize(
    "answers",
    [
        says("ADULT"),
        says(18),
        says(None),
        lambda _asked: web.json_response({"token": "another", "answer": "adult"}),
        lambda _asked: web.json_response({"answer": "adult"}),
        lambda _asked: web.json_response(["adult"]),
        lambda _asked: web.Response(text="adult"),
        lambda _asked: web.Response(body=b"\xff\xfe"),
        lambda asked: web.json_response({"token": asked["token"], "answer": "adult"}, status=500),
        lambda asked: web.json_response({"token": asked["token"], "answer": "adult"}, status=202),
        lambda _asked: web.HTTPFound("/age"),
        lambda asked: web.Response(
            text=json.dumps({"token": asked["token"], "answer": "adult", "more": "x" * MOST})
        ),
    ],
)
async def test_anything_else_says_that_nothing_is_known(answers: Answers) -> None:
    assert (await answered(answers))[0] == "unknown"


async def test_no_platform_id_leaves_unless_the_setting_says_so() -> None:
    _, served = await answered(says("adult"))
    ((asked, key),) = served.asked
    assert set(asked) == {"token", "person"}
    assert asked["person"] == "pseudonym"
    assert "ada" not in json.dumps(asked)
    assert key == ""
    _, served = await answered(says("adult"), tells_id=True, key="s3cret")
    assert served.asked[0][0]["id"] == str(ADA)
    assert served.asked[0][1] == "Bearer s3cret"


async def test_each_question_has_a_token_of_its_own() -> None:
    async with serving(says("adult")) as served:
        check = HttpAgeCheck(served.url)
        for _ in range(2):
            await check.answer("pseudonym", ADA)
        await check.close()
    first, second = (asked["token"] for asked, _ in served.asked)
    assert first != second
    assert len(first) >= 32


async def test_nobody_there_says_that_nothing_is_known() -> None:
    async with serving(says("adult")) as served:
        url = served.url
    check = HttpAgeCheck(url)
    assert await check.answer("pseudonym", ADA) == "unknown"
    await check.close()


async def test_a_late_answer_says_that_nothing_is_known() -> None:
    said, _ = await answered(says("adult"), seconds=1e-9)
    assert said == "unknown"


@pytest.mark.parametrize(
    ("answers", "works"),
    [(says("unknown"), True), (says("what?"), True), (lambda _asked: web.Response(), False)],
)
async def test_the_doctor_says_whether_it_answers_and_asks_about_nobody(
    answers: Answers, works: bool
) -> None:
    async with serving(answers) as served:
        settings = load({"ATTUNE_AGE_CHECK": served.url, "ATTUNE_AGE_CHECK_IDS": "True"}, None)
        (checked,) = [one async for one in age_checked(settings)]
    assert checked.is_well is works
    assert checked.what.startswith("age check: ")
    assert [asked["person"] for asked, _ in served.asked] == [NOBODY]
    assert "id" not in served.asked[0][0]
    assert [one async for one in age_checked(load({}, None))] == []


def test_its_key_is_in_no_repr_and_the_settings_say_how_it_is_asked() -> None:
    check = age_check_of(
        load({"ATTUNE_AGE_CHECK": "https://age.example/x", "ATTUNE_AGE_CHECK_KEY": "s3cret"}, None)
    )
    assert check is not None
    assert "s3cret" not in repr(check)
    assert (check.url, check.key, check.tells_id) == ("https://age.example/x", "s3cret", False)
    assert age_check_of(load({}, None)) is None
