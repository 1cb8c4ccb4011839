"""What comes of what a model really writes, on every platform: beside tests.behaviour."""

from collections.abc import Sequence

from bot import phrases
from bot.errors import ModelDeclined, ModelEmpty, ModelError, ModelFiltered
from bot.words import Prompt
from tests.behaviour import answered
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
    assert (await answered(d)).text == phrases.NOTHING_LEFT
    assert len(d.model.prompts) == asked + 2


async def test_each_way_to_give_no_reply_is_said_as_what_it_is(d: Driver) -> None:
    for failure, line in (
        (ModelEmpty("empty"), phrases.FAILED_EMPTY),
        (ModelFiltered("filtered"), phrases.FAILED_FILTERED),
        (ModelDeclined("declined"), phrases.FAILED_DECLINED),
    ):
        drafts(d, [failure])
        assert (await answered(d)).text == line


async def test_what_is_no_part_of_a_reply_is_never_seen(d: Driver) -> None:
    drafts(d, ["<thinking>They want", " a bus.</thinking>The bus leaves.\nUser: when?"])
    assert (await answered(d)).text == "The bus leaves."
