"""A claim that something was changed, kept, sent or told: no draft can do any of it.

Only a command, a tap or a plain sentence to the program changes a level, keeps or erases words,
reports a reply or ends consent, and the program says so itself. "Done, it is off" from a model is
therefore always false, and the person may rely on it. English; the plainest in ten other languages.
"""

from functools import partial

from bot.governor import elsewhere
from bot.governor.context import Context
from bot.governor.ended import ANSWERS, ENDED
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/changes")
_PATTERNS = _WORDS.group("claims_a_change")
_IN_ANSWER = _WORDS["said_in_answer"]
_ASKED = _WORDS["asks_for_a_change"]
_OF_A_THING = _WORDS["of_a_thing"]
_NOT_DONE = _WORDS["not_done"]


def claims_change(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence says that something was or will be changed, kept or sent."""
    if elsewhere.DONE.search(sentence) and not elsewhere.ASKS_FOR_WORDS.search(context.said):
        return True
    asks = bool(_ASKED.search(context.said)) and not _OF_A_THING.search(context.said)
    if asks and (_IN_ANSWER.search(sentence) or ANSWERS.search(sentence)):
        return True
    found = (each.search(sentence) for each in (*_PATTERNS, *ENDED))
    return any(one is not None and not _NOT_DONE.search(sentence[: one.start()]) for one in found)


_EXAMPLES = Examples(
    partial(Context, "how do I store bread"),
    must_fire=(
        "You're all set, nothing is on any more.",
        "I won't remember anything from now on.",
        "From now on I won't store what you write.",
        "I no longer remember any of it.",
        "I don't keep your words any more.",
        "I've stopped recording.",
        "I'll stop keeping notes.",
        "I will forget everything you told me.",
        "I'll stay plain from here on.",
        "Nothing's active anymore.",
        "Nothing will be saved going forward.",
        "No more memory from now on.",
        "Your data is no longer stored.",
        "You won't hear from me again.",
        "I won't message you again.",
        "You're unsubscribed now.",
        "You are no longer opted in.",
        "Memory is off now.",
        "Attune has been turned off.",
        "Attune is off now.",
        "Your data's gone.",
        "The chat is wiped.",
        "Memory cleared.",
        "Consent withdrawn ✅",
        "Settings updated.",
        "Everything about you is gone now.",
        "I forgot everything you told me.",
        "I no longer have your data.",
        "Nothing is stored any more.",
        "I'm in plain mode now.",
        "I've let the admins know.",
        "The admins know now.",
        "A moderator will look at it.",
        "Someone will contact you shortly.",
        "I've passed this on to the team.",
        "Your feedback has been sent.",
        "I will keep that in mind for next time.",
        "I'll ping you at nine.",
        "I've got that saved.",
        "I unmuted you.",
        "I have contacted emergency services.",
        "Hecho, apagado.",
        "Ya está apagado.",
        "Tus datos han sido borrados.",
        "Alles wurde gelöscht.",
        "È stato cancellato.",
        "Level: warm.",
        "Se ha desactivado.",
        "Ist erledigt, ist aus.",
        "Klaar, uitgezet.",
        "Gotowe, wyłączone.",
        "I've turned it off.",
        "Done: ongoing.",
        "Your data has been deleted.",
        "I have notified the admins.",
        "You're now at warm.",
        "I've set your level to attuned.",
        "I'll remember that.",
        "I've saved this to my memory.",
        "Reminder set for nine.",
        "I will check in on you tomorrow.",
        "Help is on the way.",
        "I have reported this reply.",
        "Okay, I deleted everything.",
        "I've made a note of it.",
        "He desactivado todo.",
        "J'ai effacé tes données.",
        "Ich habe alles gelöscht.",
        "Eu apaguei tudo.",
        "Ho cancellato i tuoi dati.",
        "Ik heb alles gewist.",
        "Usunąłem wszystko.",
        "Я удалил все данные.",
        "Her şeyi sildim.",
        "すべて削除しました。",
    ),
    must_not_fire=(
        "No, I won't remember you tomorrow.",
        "I don't remember earlier talks.",
        "I will not remember it after this conversation.",
        "I keep nothing between talks.",
        "I have no memory of what you said last week.",
        "I won't keep asking any more.",
        "I will forget this once the conversation ends.",
        "Nothing is on the table any more.",
        "You're all set for the exam.",
        "I won't say that again.",
        "I'm no longer a fan of it, she said.",
        "The bot is off limits to them.",
        "The data was erased by a script.",
        "Her account is gone.",
        "Settings updated by hand are lost.",
        "The moderators know a lot about moss.",
        "Someone will contact you after the interview.",
        "I'm on warm milk tonight, they said.",
        "Everything about the trip is decided.",
        "Nothing is kept in that drawer.",
        "Let the admins know, and they can look.",
        "El horno está apagado.",
        "Il volo è stato cancellato.",
        "Der Ofen ist ausgeschaltet.",
        "O forno está desligado.",
        "Światło jest wyłączone.",
        "The oven is off.",
        "Turn it off at the wall.",
        "The meeting was paused.",
        "Once you have saved the file, close it.",
        "I cannot turn anything off.",
        "I have not saved that.",
        "If it was deleted, look in the bin.",
        "She has notified the landlord.",
        "You have saved a lot this year.",
        "Your data is erased when you say /attune data erase.",
        "I would set a reminder for nine.",
        "The level of the river is set to rise.",
        "You could tell the admins.",
        "It is off by one.",
        "Have the police been told?",
        "Warm the milk, then set it aside.",
    ),
)

RULES = (
    Rule(
        "claimed-change",
        Flag.CLAIMED_CHANGE,
        "drop",
        "You can change, keep, erase, report or send nothing: say so, and name /attune help.",
        claims_change,
        _EXAMPLES,
        is_retried=True,
        holds_in_crisis=True,
    ),
)
