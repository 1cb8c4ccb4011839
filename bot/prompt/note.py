"""The note after the newest words: what holds of this reply, and perhaps not of the next.

Whatever changes from turn to turn stands here and nowhere before it, so that all that comes before
the newest words is the same as at the turn before.
"""

from collections.abc import Iterator

from bot.attunement import LEVELS, Stance
from bot.prompt.asked import Asked
from bot.repair import MEND, stance_for
from bot.rupture import Rupture

_STANCES: dict[Stance, str] = {
    Stance.LISTEN: "They want to be heard: say in your own words what you heard. No advice, no "
    "plan.",
    Stance.THINK: "They want to think it through: lay out the sides, and say which weighs more "
    "and why.",
    Stance.DECIDE: "They want a decision: commit to one answer, and say what would change it.",
    Stance.DO: "They want to act: the steps, in order, nothing else.",
    Stance.STAY: "They want company: one short sentence, without advice.",
}
MOST_CORRECTIONS = 4  # of a conversation that are said again, the newest of them
_NO_HARM = (
    "Never name a means, a method, an amount or a place, never agree that it would be better, "
    "never promise a secret, and write no telephone number: the program names help."
)
_CRISIS: dict[str, str] = {
    "acute": "A life is at risk now, and the emergency number was named above. Stay: short, warm, "
    "concrete sentences. Ask whether somebody can be with them, and help to bring that about. "
    + _NO_HARM,
    "elevated": "They speak of not living on. See exactly what they said, first and in words of "
    "your own; stay steady. You may ask them straight out whether they think of killing "
    f"themselves. No change of subject, no list of advice. {_NO_HARM}",
    "unsure": "What they wrote may be about not wanting to live, or about something ordinary; you "
    "cannot know yet, so sound no alarm and do not pass over it. See exactly what they said, first "
    "and in words of your own. You may ask once, straight out, what they mean by it, also whether "
    "they think of dying. Name no helpline and no means, method or place; never agree that it "
    "would be better.",
    "past": "What they tell is long over. Listen steadily, without alarm; point to no helpline. "
    + _NO_HARM,
    "concern": "They fear for another's life. Say how to support that person: ask straight out, "
    "listen, put away what could be used, bring in one more person; the local emergency number "
    f"where it is happening now. {_NO_HARM}",
    "episode": "Earlier in this talk a life seemed at risk. Go on at a steady, warm pace with "
    f"what they bring now; no cheering up, and no helpline unless they ask. {_NO_HARM}",
}
_STYLES: dict[str, str] = {
    "shorter": "Shorter than you would: three sentences at most.",
    "longer": "Longer where it helps: reasons and an example.",
    "warmer": "Warmer in tone; no softer in what is true.",
    "blunter": "Blunt: the point first, nothing around it.",
    "no-questions": "Ask nothing.",
    "plain-voice": "Plain words: no images, no lists, no headings.",
}


def note(asked: Asked) -> str:
    """Gives what is asked of this reply alone; empty where nothing is."""
    said = " ".join((*_floor(asked), *_wanted(asked), *_corrected(asked)))
    return f"{said} Answer in the language of their words." if said else ""


def _floor(asked: Asked) -> Iterator[str]:
    brief = asked.brief
    if brief.crisis:
        yield _CRISIS[brief.crisis]
    if brief.crisis and not asked.is_direct:
        yield "Others read along: name nothing of what it is about."
    if not asked.is_direct:
        yield "Others read along in this room: be brief and bring up nothing private."


def _wanted(asked: Asked) -> Iterator[str]:
    brief = asked.brief
    is_said_by_repair = stance_for(brief.rupture or Rupture.OTHER, None) is brief.stance
    if brief.stance is not None and not is_said_by_repair:
        yield _STANCES[brief.stance]
    if brief.questions < LEVELS[brief.level].questions:
        yield "Ask no question this time."
    styles = [_STYLES[value] for _, value in brief.style if value in _STYLES]
    if styles:
        yield "They set: " + " ".join(dict.fromkeys(styles))


def _corrected(asked: Asked) -> Iterator[str]:
    """Gives what corrections ask for: what was learnt first, and that of this reply last."""
    kind = asked.brief.rupture
    if asked.brief.learnt:
        yield f"They like it {', '.join(asked.brief.learnt)}; what is true stays as it is."
    older = [each for each in dict.fromkeys(asked.corrections) if each is not kind]
    if older:
        asks = " ".join(MEND[each] for each in older[-MOST_CORRECTIONS:])
        yield f"In this conversation they asked for this: {asks}"
    if asked.rupture_reply is not None:
        yield (
            f"{MEND[kind or Rupture.OTHER]} That is about the manner: what is true stays. Write "
            "the reply itself, and nothing about it."
        )
    elif kind is not None:
        yield (
            f"Their message also corrects your last reply ({kind}). {MEND[kind]} Answer the whole "
            "message so, and say nothing about that reply."
        )
