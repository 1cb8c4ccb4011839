"""What the dialogues share."""

from bot.errors import ModelError, ModelUnreachable
from bot.repair import OFF_BECAUSE
from bot.rupture import Rupture
from bot.words import Prompt
from tests.play import Play, ScriptedModel

SAID = "I feel awful about the launch."
COLDER = OFF_BECAUSE[Rupture.COLD]


def plain_reply(_prompt: Prompt) -> list[str]:
    return ["Tell them ", "first thing. Then ", "name the new date."]


async def status(p: Play) -> str:
    return "\n".join(await p.type("/attune status"))


def model_of(p: Play) -> ScriptedModel:
    assert isinstance(p.model, ScriptedModel)
    return p.model


async def next_prompt(p: Play) -> str:
    await p.type("and then?")
    return model_of(p).prompts[-1].lines[-1].text


def broken(_prompt: Prompt) -> list[ModelError]:
    return [ModelUnreachable("down")]
