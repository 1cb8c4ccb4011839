"""The remote model against a real socket: whole replies, every way to fail, and what is sent."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import (
    ModelBusy,
    ModelCutOff,
    ModelDeclined,
    ModelEmpty,
    ModelError,
    ModelFiltered,
    ModelRefused,
    ModelUnreachable,
)
from bot.levels import Level
from bot.model import arriving
from bot.model.remote.endpoint import Endpoint
from bot.model.remote.failures import FOREIGN, translated
from bot.model.remote.model import RemoteModel
from bot.model.remote.reply import Reply, Step
from bot.model.thinking import Habit, Thinking
from bot.words import Brief, Prompt, PromptLine
from tests.platforms.model_server import (
    Answer,
    Broken,
    Gate,
    Kind,
    ModelServer,
    Redirect,
    Stream,
)

KEY = "sk-very-secret"
WORDS = "my sister Ada left"
PROMPT = Prompt(
    Brief(Level.PLAIN, None, questions=1, reflection=1),
    (PromptLine("system", "Be plain."), PromptLine("user", WORDS)),
)
TEXT = (
    'Naïve “quotes” \\ and "these", {"json": 1}\r\n\n\tline 2 🧑‍🚀👍🏽 データ \u2028 \x85 end.\n  '
)
FAST = 0.2  # seconds, where a deadline is what is tested


def always(answer: Answer) -> Callable[[dict[str, Any]], Answer]:
    return lambda _body: answer


def endpoint(url: str) -> Endpoint:
    return Endpoint(url, "small", KEY)


async def said(model: RemoteModel) -> str:
    return "".join([draft.proposed async for draft in model.stream(PROMPT)])


async def asked(answer: Answer, **settings: Any) -> tuple[str, ModelError | None]:
    """Gives what one reply said and how it failed, if it did."""
    async with ModelServer(always(answer)) as server:
        model = RemoteModel(replace(endpoint(server.url), **settings))
        text, failure = "", None
        try:
            async for draft in model.stream(PROMPT):
                text += draft.proposed
        except ModelError as error:
            failure = error
        await model.close()
    return text, failure


# -- whole replies -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(25))
async def test_text_arrives_byte_for_byte_however_it_is_cut(seed: int) -> None:
    text, failure = await asked(Stream(TEXT * 3, seed))
    assert (text, failure) == (TEXT * 3, None)


async def test_a_reason_to_end_that_nobody_listed_is_an_end() -> None:
    assert await asked(Stream("Done.", finish_reason="eos_token")) == ("Done.", None)


@pytest.mark.parametrize("kind", ["never closed", "open after done", "cut after done"])
async def test_what_comes_of_the_connection_after_the_end_does_not_spoil_the_reply(
    kind: Kind,
) -> None:
    assert await asked(Broken(kind, "Done."), total_s=FAST) == ("Done.", None)


async def test_a_byte_order_mark_before_the_first_event_does_not_spoil_it() -> None:
    assert await asked(Stream(TEXT, 5, before=b"\xef\xbb\xbf")) == (TEXT, None)


def in_lines_of_data(event: bytes) -> bytes:
    """Gives an event with its JSON over several lines, each a line of data."""
    return event.replace(b", ", b",\ndata: ").replace(b"data: {", b"data:\ndata:{")


FRAMINGS: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda event: event.replace(b"\n", b"\r\n"),
    "CR": lambda event: event.replace(b"\n", b"\r"),
    "comments": lambda event: b": ping\n\n" + event[:-1] + b":\n\n",
    "fields without data": lambda event: b"event: ping\n\nid: 7\nretry: 9\n\n" + event,
    "fields": lambda event: b"event: message\nid: 7\nodd\n" + event,
}


@pytest.mark.parametrize("framing", FRAMINGS)
@pytest.mark.parametrize("seed", range(5))
async def test_a_reply_is_whole_in_each_form_that_the_standard_of_events_allows(
    framing: str, seed: int
) -> None:
    text, failure = await asked(Stream(TEXT, seed, framed=FRAMINGS[framing]))
    assert (text, failure) == (TEXT, None)


async def test_a_chunk_over_several_lines_of_data_is_one_chunk() -> None:
    words = "Whole. Even so."
    assert await asked(Stream(words, 2, framed=in_lines_of_data)) == (words, None)


async def test_the_request_says_what_the_endpoint_is_set_to() -> None:
    async with ModelServer(always(Stream("Yes."))) as server:
        model = RemoteModel(replace(endpoint(server.url), max_tokens=77, temperature=0.3))
        await said(model)
        await model.close()
    (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.body == {
        "model": "small",
        "messages": [
            {"role": "system", "content": "Be plain."},
            {"role": "user", "content": WORDS},
        ],
        "temperature": 0.3,
        "top_p": 1,
        "stream": True,
        "max_tokens": 77,
    }


async def test_a_picture_is_sent_beside_the_words() -> None:
    async with ModelServer(always(Stream("Yes."))) as server:
        model = RemoteModel(endpoint(server.url))
        line = PromptLine("user", "look", ("data:image/png;base64,AA==",))
        async for _ in model.stream(Prompt(PROMPT.brief, (*PROMPT.lines, line))):
            pass
        await model.close()
    assert server.requests[0].body["messages"][-1]["content"] == [
        {"type": "text", "text": "look"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}},
    ]


async def test_the_limit_is_called_what_the_endpoint_calls_it() -> None:
    async with ModelServer(always(Stream("Yes."))) as server:
        model = RemoteModel(
            replace(endpoint(server.url), token_parameter="max_completion_tokens", max_tokens=5)
        )
        await said(model)
        await model.close()
    assert server.requests[0].body["max_completion_tokens"] == 5
    assert "max_tokens" not in server.requests[0].body


async def test_one_connection_serves_replies_that_follow_each_other() -> None:
    async with ModelServer(always(Stream("Yes."))) as server:
        model = RemoteModel(endpoint(server.url))
        replies = [await said(model) for _ in range(3)]
        await model.close()
    assert (replies, server.connections) == (["Yes."] * 3, 1)


async def test_words_are_given_while_the_rest_is_still_unsaid() -> None:
    gate = Gate(after=1)
    async with ModelServer(always(Stream(TEXT, seed=1, gate=gate))) as server:
        model = RemoteModel(endpoint(server.url))
        stream = model.stream(PROMPT)
        first = (await anext(stream)).proposed
        was_held = not gate.opened.is_set()
        gate.opened.set()
        rest = "".join([draft.proposed async for draft in stream])
        await model.close()
    assert was_held
    assert rest
    assert first + rest == TEXT


# -- failures ----------------------------------------------------------------------------------

BEFORE_ANY_WORD: dict[Kind, type[ModelError]] = {
    "400": ModelRefused,
    "401": ModelRefused,
    "404": ModelRefused,
    "429": ModelBusy,
    "500": ModelUnreachable,
    "503": ModelUnreachable,
    "html": ModelRefused,
    "json": ModelRefused,
    "empty": ModelRefused,
    "error event": ModelRefused,
    "null choices": ModelRefused,
    "malformed": ModelRefused,
    "odd events": ModelRefused,
    "chunked cut": ModelUnreachable,
    "closed cut": ModelCutOff,
    "no finish": ModelRefused,
    "no blank line": ModelRefused,
    "named error": ModelRefused,
    "not utf-8": ModelRefused,
    "deep brackets": ModelRefused,
    "endless line": ModelRefused,
}
AFTER_WORDS: tuple[Kind, ...] = (
    "chunked cut",
    "closed cut",
    "no finish",
    "no blank line",
    "error event",
    "null choices",
    "malformed",
    "odd events",
    "named error",
    "not utf-8",
    "deep brackets",
    "endless line",
)


def tells_nothing(failure: ModelError) -> bool:
    """Whether neither the sentence nor a cause holds words, the key or the endpoint's words."""
    is_alone = failure.__cause__ is None and failure.__context__ is None
    return is_alone and not any(part in repr(failure) for part in (KEY, WORDS, "hush"))


@pytest.mark.parametrize(("kind", "expected"), BEFORE_ANY_WORD.items())
async def test_a_failure_before_any_word_is_told_apart(
    kind: Kind, expected: type[ModelError]
) -> None:
    text, failure = await asked(Broken(kind))
    assert (text, type(failure)) == ("", expected)
    assert failure is not None
    assert tells_nothing(failure)


@pytest.mark.parametrize("kind", AFTER_WORDS)
async def test_a_failure_after_words_is_a_cut_and_the_words_stay(kind: Kind) -> None:
    text, failure = await asked(Broken(kind, "Half of "))
    assert (text, type(failure)) == ("Half of ", ModelCutOff)
    assert failure is not None
    assert tells_nothing(failure)


@pytest.mark.parametrize("reason", ["length", "content_filter", "error", None])
async def test_words_without_a_good_end_are_a_cut(reason: str | None) -> None:
    text, failure = await asked(Stream("Half of", finish_reason=reason))
    assert (text, type(failure)) == ("Half of", ModelCutOff)


@pytest.mark.parametrize("text", ["", " \n", "<think>only a thought</think>\n"])
async def test_an_end_without_words_is_no_reply(text: str) -> None:
    _, failure = await asked(Stream(text))
    assert type(failure) is ModelEmpty


async def test_a_reply_that_a_filter_kept_whole_is_told_from_an_empty_one() -> None:
    _, failure = await asked(Stream("", finish_reason="content_filter"))
    assert type(failure) is ModelFiltered


def test_what_comes_in_the_field_of_a_refusal_is_a_model_that_declined() -> None:
    reply = Reply(Habit())
    assert reply.take(Step(finish="stop", is_declined=True)) == ""
    assert type(reply.failure(None)) is ModelDeclined
    assert reply.take(Step("Yes.")) == "Yes."
    assert reply.failure(None) is None


def test_a_foreign_error_becomes_one_of_ours_and_its_words_go_no_further() -> None:
    words = "sk-secret said by the library"
    ours = [translated(kind(words)) for kind in (TimeoutError, ValueError)]
    assert [type(one) for one in ours] == [ModelUnreachable, ModelRefused]
    assert not any("secret" in str(one) for one in ours)
    assert {TimeoutError, ValueError} <= set(FOREIGN)


async def test_nobody_listening_is_unreachable() -> None:
    async with ModelServer(always(Stream(""))) as server:
        pass
    model = RemoteModel(endpoint(server.url))
    with pytest.raises(ModelUnreachable) as failure:
        await said(model)
    await model.close()
    assert tells_nothing(failure.value)


async def test_a_request_that_failed_before_the_first_byte_is_tried_once_more() -> None:
    answers: list[Answer] = [Stream("Now."), Broken("503")]
    async with ModelServer(lambda _body: answers.pop()) as server:
        model = RemoteModel(endpoint(server.url))
        assert await said(model) == "Now."
        await model.close()
    assert len(server.requests) == 2


# -- deadlines ---------------------------------------------------------------------------------


async def test_comments_without_words_run_into_the_first_deadline() -> None:
    text, failure = await asked(Broken("pings"), first_token_s=FAST)
    assert (text, type(failure)) == ("", ModelUnreachable)


async def test_thinking_is_no_first_word() -> None:
    gate = Gate(after=0)
    text, failure = await asked(Stream("Hi", reasoning="so", gate=gate), first_token_s=FAST)
    assert (text, type(failure)) == ("", ModelUnreachable)


async def test_silence_after_words_runs_into_the_deadline_between_them() -> None:
    gate = Gate(after=1)
    text, failure = await asked(Stream(TEXT, seed=1, gate=gate), between_tokens_s=FAST)
    assert TEXT.startswith(text)
    assert text
    assert type(failure) is ModelCutOff


async def test_the_whole_reply_has_a_deadline_of_its_own() -> None:
    gate = Gate(after=1)
    text, failure = await asked(Stream(TEXT, seed=1, gate=gate), total_s=FAST)
    assert text
    assert type(failure) is ModelCutOff


# -- an early stop -----------------------------------------------------------------------------


async def test_a_consumer_that_stops_early_closes_the_connection() -> None:
    gate = Gate(after=1)
    async with ModelServer(always(Stream(TEXT, seed=1, gate=gate))) as server:
        model = RemoteModel(endpoint(server.url))
        stream = model.stream(PROMPT)
        await anext(stream)
        await stream.aclose()
        await asyncio.wait_for(server.left.wait(), 5)
        await model.close()
    assert not gate.opened.is_set()


async def test_a_cancelled_consumer_closes_the_connection() -> None:
    gate = Gate(after=1)
    async with ModelServer(always(Stream(TEXT, seed=1, gate=gate))) as server:
        model = RemoteModel(endpoint(server.url))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(said(model), FAST)
        await asyncio.wait_for(server.left.wait(), 5)
        await model.close()
    assert server.left.is_set()


# -- what reaches the host ---------------------------------------------------------------------

ENVIRONMENT = {
    "OPENAI_API_KEY": "env-key",
    "OPENAI_ADMIN_KEY": "env-admin",
    "OPENAI_ORG_ID": "env-org",
    "OPENAI_PROJECT_ID": "env-project",
    "OPENAI_WEBHOOK_SECRET": "env-hook",
    "OPENAI_BASE_URL": "http://127.0.0.1:9/env-base",
    "OPENAI_CUSTOM_HEADERS": "Authorization: env-auth\nHost: env-host\nUser-Agent: env-agent\n"
    "X-Other: env-other\nContent-Length: 3\nTransfer-Encoding: chunked",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
}


@pytest.mark.parametrize(("key", "sent"), [(KEY, KEY), ("", "none")])
async def test_nothing_of_the_environment_reaches_the_host(
    key: str, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    async with ModelServer(always(Stream("Yes."))) as server:
        model = RemoteModel(replace(endpoint(server.url), key=key))
        assert await said(model) == "Yes."
        await model.close()
    (request,) = server.requests
    assert request.headers.pop("content-length").isdigit()
    assert request.headers == {
        "host": server.url.removeprefix("http://").removesuffix("/v1"),
        "authorization": f"Bearer {sent}",
        "accept": "text/event-stream, application/json",
        "accept-encoding": "identity",
        "content-type": "application/json",
        "user-agent": "attune",
    }
    assert "env" not in repr(request.body)


async def test_a_redirect_is_refused_and_carries_nothing_along() -> None:
    async with ModelServer(always(Stream("No."))) as other:
        address = f"{other.url}/chat/completions"
        _, failure = await asked(Redirect(address))
    assert type(failure) is ModelRefused
    assert other.requests == []


def test_the_key_is_in_no_repr() -> None:
    assert KEY not in repr(endpoint("http://localhost/v1"))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.example.org/v1", "api.example.org"),
        ("https://api.example.org:443/v1", "api.example.org"),
        ("http://api.example.org:443/v1", "api.example.org:443"),
        ("http://localhost:11434/v1", "localhost:11434"),
        ("http://[::1]:8080/v1", "[::1]:8080"),
    ],
)
async def test_the_host_is_named_with_an_unusual_port(url: str, host: str) -> None:
    model = RemoteModel(endpoint(url))
    await model.close()
    assert model.host == host


# -- the doctor's question ---------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["stop", "length"])
async def test_a_probe_passes_when_a_reply_comes_in_pieces(reason: str) -> None:
    async with ModelServer(always(Stream(TEXT, finish_reason=reason))) as server:
        model = RemoteModel(endpoint(server.url))
        await model.probe()
        await model.close()
    (request,) = server.requests
    assert request.body["max_tokens"] < 100


async def test_nothing_at_all_is_not_an_arrival_of_nothing() -> None:
    async def nothing() -> AsyncIterator[arriving.Step]:
        steps: tuple[arriving.Step, ...] = ()
        for step in steps:
            yield step

    assert await arriving.arrived(nothing(), 2) is None


async def test_a_probe_counts_pieces_of_thinking_too() -> None:
    async with ModelServer(always(Stream("", reasoning=TEXT, seed=1))) as server:
        model = RemoteModel(endpoint(server.url))
        await model.probe()
        await model.close()
    assert len(server.requests) == 1


@pytest.mark.parametrize("answer", [Stream("x"), Stream(TEXT, at_once=True), Stream("")])
async def test_a_reply_that_comes_at_once_is_no_stream(answer: Stream) -> None:
    async with ModelServer(always(answer)) as server:
        model = RemoteModel(endpoint(server.url))
        with pytest.raises(ModelRefused):
            await model.probe()
        await model.probe(must_stream=False)
        await model.close()
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("401", ModelRefused),
        ("404", ModelRefused),
        ("503", ModelUnreachable),
        ("html", ModelRefused),
        ("error event", ModelRefused),
        ("null choices", ModelRefused),
    ],
)
async def test_a_probe_says_why_no_reply_begins(kind: Kind, expected: type[ModelError]) -> None:
    async with ModelServer(always(Broken(kind))) as server:
        model = RemoteModel(endpoint(server.url))
        with pytest.raises(ModelError) as failure:
            await model.probe()
        await model.close()
    assert type(failure.value) is expected
    assert tells_nothing(failure.value)


# -- thinking ----------------------------------------------------------------------------------


def shown(pieces: list[str]) -> str:
    thinking = Thinking()
    return "".join([*(thinking.feed(piece) for piece in pieces), thinking.end()])


async def test_reasoning_beside_the_words_is_never_shown() -> None:
    assert await asked(Stream("Hello.", reasoning="she seems sad")) == ("Hello.", None)


@pytest.mark.parametrize("seed", range(10))
async def test_thinking_among_the_words_is_never_shown(seed: int) -> None:
    text = "<think>\nshe seems sad < 3\n</think>\n\nHello <there>."
    assert await asked(Stream(text, seed)) == ("Hello <there>.", None)


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("a < b <thin", "a < b <thin"),
        ("<<think>x</think>y", "<<think>x</think>y"),
        ("<think>never closed", ""),
        ("a <think>x</think> b", "a <think>x</think> b"),
        ("the `<think>` tag", "the `<think>` tag"),
        ("a\n```\n<think>\n```\nb", "a\n```\n<think>\n```\nb"),
        ("a\n <think>x</think>\nb", "a\nb"),
        ("a\n<think>never closed", "a\n"),
        ("<think></think></think>", "</think>"),
        ("</think>\n\nHello.", "Hello."),
        ("Okay, so the user is sad.\n</think>\n\nHello.", "Hello."),
        ("We need to be kind.</think>Hello.", "Hello."),
        ("Okay, then go.", "Okay, then go."),
        ("The user manual says so.", "The user manual says so."),
        ("  keep\n", "  keep\n"),
    ],
)
def test_only_whole_thoughts_are_taken_out(text: str, visible: str) -> None:
    assert shown([text]) == visible


MARKS = ["<think>", "</think>", "<", "th", " ", "\n", "a", "`", "```", "We need to ", "we"]
TAGGED = st.lists(st.sampled_from(MARKS)).map("".join)


@given(TAGGED, st.integers())
@example("We need to </think><think>x", 1)
@example("We need to <`</think>", 0)
@example("We need to `</think> a</think>", 0)
def test_what_is_hidden_does_not_depend_on_the_cuts(text: str, seed: int) -> None:
    chance = random.Random(seed)
    pieces, rest = [], text
    while rest:
        size = chance.randint(1, 4)
        pieces.append(rest[:size])
        rest = rest[size:]
    assert shown(pieces) == shown([text])


def test_a_thought_that_was_taken_for_words_spoils_this_reply_and_none_after_it() -> None:
    habit = Habit()
    first, second, third = Thinking(habit), Thinking(habit), Thinking(habit)
    assert first.feed("Sad. Be kind.\n</think>\nHello.") == "Sad. Be kind.\n"
    assert first.has_leaked
    assert second.feed("Sad again.\n") == ""
    assert second.feed("</think>\nHello.") == "Hello."
    assert third.feed("No thought ") + third.end(is_whole=False) == ""


def test_an_endpoint_that_ends_well_without_a_thought_is_believed_again() -> None:
    habit = Habit(only_closes=True)
    whole, after = Thinking(habit), Thinking(habit)
    assert whole.feed("Hello.") + whole.end() == "Hello."
    assert after.feed("Hello.") == "Hello."


@pytest.mark.parametrize("text", ["Half.\n<think>so it", "She is sad.\n</think>\nHello."])
async def test_a_thought_after_words_without_its_other_tag_is_a_cut(text: str) -> None:
    said, failure = await asked(Stream(text))
    assert said == text.partition("\n")[0] + "\n"
    assert type(failure) is ModelCutOff


async def test_a_thought_without_an_opening_tag_is_never_shown() -> None:
    text = "Okay, the user is sad; be kind.\n</think>\n\nHello."
    assert await asked(Stream(text, 3)) == ("Hello.", None)
    cut = await asked(Stream("Okay, the user is sad", finish_reason="length"))
    assert (cut[0], type(cut[1])) == ("", ModelCutOff)


@given(st.text())
def test_words_without_thinking_are_untouched(text: str) -> None:
    assert "<think>" in text or shown(list(text)) == text
