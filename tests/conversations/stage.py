"""What the dialogues share."""

from bot.errors import ModelError, ModelUnreachable
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.play import Play, ScriptedModel

SAID = "I feel awful about the launch."
COLDER = ENGLISH.repair.lead(Rupture.COLD, 0)


def plain_reply(prompt: Prompt) -> list[str]:
    """Gives the same words each time, and others for each kind of repair."""
    if prompt.brief.rupture is not None:
        return [f"Said the other way, as {prompt.brief.rupture} asks for it."]
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
