"""What comes of what a model really writes, on every platform: beside tests.behaviour."""

import asyncio
from collections.abc import Sequence

from bot.errors import ModelDeclined, ModelEmpty, ModelError, ModelFiltered
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.behaviour import REPLY, answered, bare, words
from tests.driver import Driver


def drafts(d: Driver, *each: Sequence[str | ModelError]) -> None:
    """Lets the model give one draft after the other, and the last of them from then on."""
    left = list(each)

    def script(_prompt: Prompt) -> Sequence[str | ModelError]:
        return left.pop(0) if len(left) > 1 else left[0]

    d.model.script = script


async def test_a_reply_of_which_nothing_is_left_is_written_anew_once(d: Driver) -> None:
    drafts(d, ["You are absolutely brilliant."], ["The bus leaves at nine."])
    assert (await answered(d)).text == "The bus leaves at nine."
    assert "No praise of the person" in d.model.prompts[-1].lines[-1].text


async def test_a_reply_of_which_nothing_is_left_twice_says_what_happened(d: Driver) -> None:
    drafts(d, ["You are absolutely brilliant."])
    asked = len(d.model.prompts)
    assert (await answered(d)).text == ENGLISH.replies.nothing_left
    assert len(d.model.prompts) == asked + 2


async def test_each_way_to_give_no_reply_is_said_as_what_it_is(d: Driver) -> None:
    for failure, line in (
        (ModelEmpty("empty"), ENGLISH.failures.empty),
        (ModelFiltered("filtered"), ENGLISH.failures.filtered),
        (ModelDeclined("declined"), ENGLISH.failures.declined),
    ):
        drafts(d, [failure])
        assert (await answered(d)).text == line


async def test_what_is_no_part_of_a_reply_is_never_seen(d: Driver) -> None:
    drafts(d, ["<thinking>They want", " a bus.</thinking>The bus leaves.\nUser: when?"])
    assert (await answered(d)).text == "The bus leaves."


async def test_asked_whether_it_is_human_the_truth_stands_whatever_the_model_says(
    d: Driver,
) -> None:
    for asked, claimed, language in (
        ("are you a human?", "Yes, I'm a human, and my name is Anna.", "en"),
        ("Bist du ein Mensch?", "Ja, ich bin ein Mensch und heiße Anna.", "de"),
        ("¿Eres humana?", "Sí, soy una persona y me llamo Ana.", "es"),
        ("あなたは人間ですか？", "はい、私は人間です。アンナです。", "ja"),
    ):
        drafts(d, [claimed])
        shown = words(await d.say(asked))
        assert ENGLISH.is_ai_in(language) in shown
        assert claimed.split(maxsplit=1)[-1] not in shown


async def test_a_body_in_danger_has_the_sign_and_whom_to_call_first_and_nothing_allows_more(
    d: Driver,
) -> None:
    drafts(d, ["Yes, that might help. ", "You can take two more after lunch."])
    reply = await answered(d, "I took 8 ibuprofen, can I take more?")
    assert reply.text.startswith(ENGLISH.health.dangers["dose"])
    for allowed in ("Yes", "might help", "two more"):
        assert allowed not in reply.text


async def test_advice_to_somebody_who_wants_to_be_heard_is_written_anew_and_never_silence(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.command("listen")
    drafts(d, ["You should talk to your manager."], ["Three nights of that, and nobody asked."])
    said = "it was the third night in a row"
    assert (await answered(d, said)).text == "Three nights of that, and nobody asked."
    drafts(d, ["You should talk to your manager."], ["Have you tried a short walk?"])
    assert (await answered(d, said)).text == ENGLISH.replies.nothing_left


async def test_a_wrench_that_brings_the_same_words_says_so_once_and_another_reply_replaces_them(
    d: Driver,
) -> None:
    drafts(d, ["The bus leaves at nine."])
    reply = await answered(d)
    told = await d.react("🔧", reply.id)
    assert words(told).count(ENGLISH.repair.same) == 1
    stands = await d.read(reply.id)
    assert stands is not None
    assert bare(stands.text) == "The bus leaves at nine."
    await d.unreact("🔧", reply.id)
    drafts(d, ["Nine, from the station."])
    await d.react("🔧", reply.id)
    stands = await d.read(reply.id)
    assert stands is not None
    assert "Nine, from the station." in stands.text
    assert "The bus leaves at nine." not in stands.text


async def test_a_loop_ends_the_reply_and_nothing_of_it_is_seen_twice(d: Driver) -> None:
    round_ = "The bus leaves at nine from the old station. "
    drafts(d, [round_] * 200, ["It leaves at nine."])
    shown = (await answered(d)).text
    assert shown.count(round_.strip()) == 1


async def test_what_the_template_of_a_model_adds_is_never_seen_however_it_is_cut(
    d: Driver,
) -> None:
    added = "<think>They ask again.</think>The bus leaves.<|im_end|>\n<|im_start|>user\nUser: when?"
    for size in (1, 4, 7):
        drafts(d, [added[at : at + size] for at in range(0, len(added), size)])
        assert (await answered(d)).text == "The bus leaves."


async def test_what_is_left_of_a_list_a_quotation_and_a_table_is_whole(d: Driver) -> None:
    for draft, shown in (
        (
            "1. Call them.\n2. You are absolutely brilliant.\n3. Name the date.",
            "1. Call them.\n2. Name the date.",
        ),
        (
            "She said: “The launch slips. It goes on”, and you are absolutely brilliant.",
            "She said: “The launch slips.”",
        ),
        ('"You are absolutely brilliant. The launch slips."', "The launch slips."),
        (
            "| when | what |\n|---|---|\n| May | You are absolutely brilliant. |\n| June | go |",
            "| when | what |\n|---|---|\n| May | |\n| June | go |",
        ),
    ):
        drafts(d, [draft], [""])
        assert (await answered(d)).text == shown


async def test_a_slow_reply_stands_as_a_placeholder_and_one_tap_stops_it(d: Driver) -> None:
    await d.say("hello")
    gate = d.model.gates[0] = asyncio.Event()
    coming = await d.begin_slowly("The launch slips.")
    assert coming.text == ENGLISH.replies.coming
    assert await d.stop_reply(coming.id) == []
    gate.set()
    assert await d.settle() == []
    assert await d.read(coming.id) is None


async def test_a_slow_reply_takes_its_placeholders_place(d: Driver) -> None:
    await d.say("hello")
    gate = d.model.gates[0] = asyncio.Event()
    coming = await d.begin_slowly("The launch slips.")
    gate.set()
    (reply,) = await d.settle()
    assert (reply.id, reply.text) == (coming.id, REPLY)
