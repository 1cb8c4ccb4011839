"""Every piece that is drawn: what a person does until it stands, and what a picture of it says.

A piece is told as deeds that any platform's driver can do, so each is the real thing there.
"""

import json
from dataclasses import dataclass

from bot.errors import ModelError, ModelUnreachable
from bot.summary import EVERY
from bot.words import Prompt
from tests.play import ScriptedModel

REPLY = (
    "That is a lot for one week. Tell your sister first, in two sentences; the notice period is "
    "the date you cannot move, so look that up today."
)
HERE = "Hello. Tell me what is up."
REPAIRED = (
    "Losing the flat and the job in the same week is heavy. You don't have to sort it tonight."
)
LONG = """\
Start with the letter, because everything else waits for it. Read which date it names, and write that date on paper \
where you see it. Everything after that is counted back from there.

Ring the office that sent it tomorrow morning, before ten, when somebody picks up. You need one thing from them: until \
when they want an answer, and to whom it goes. Write down the name of the person who tells you.

The flat comes second. A landlord who wants you out has to say so on paper and leave you time; a message on the phone is \
no notice. Keep the message, and answer it with one line: that you will come back to it this week.

Then the money, on a single page. What comes in until the end of the month, what has to go out, and which of those can \
wait four weeks without harm. Rent and power stay on the page; the rest is crossed out for now.

Your sister can carry some of this. Give her one task that has an end, such as finding the form for the allowance, and \
not the whole story at once.

Leave the job search out until Thursday. Nobody hires on a day like this one, and an application that is written tired \
costs more than it brings. On Thursday take an hour, list three people who know your work, and write to the easiest.

Tonight there is nothing left that gets better by being done tonight. Eat something warm, put the letter beside the door, \
and go to bed at the hour you would on any other day.
"""
DRAFTS = """\
[1]
can't come on sunday, sorry. next week?
[2]
hey, i can't come on sunday. it's too much right now. can i come by next week?
[3]
hey, i wanted to tell you early: i can't come on sunday. it has been too much lately and i need the day to sleep. can i \
come by next week and bring the cake?
[end]"""
NOTES = "You lost your job and your flat in one week. The notice period ends first. Your sister does not know yet."
CARRIED = {
    "night_card": "Ring Ben, he is up late. Water. The song from the lake.",
    "people": [{"name": "Nel", "for": "nights, she is up late"}, {"name": "Bo", "for": "forms"}],
    "style": [{"name": "length", "value": "shorter"}],
    "memories": [
        {"text": "my sister is called Nel", "at": "2026-05-06T10:00:00+00:00", "is_open": True}
    ],
}
EXPORT = json.dumps(
    {"format": "attune-export", "version": 2, "exported_at": "2026-05-07T10:00:00+00:00", "carried": CARRIED}
)  # fmt: skip
GRAVE = "I am here, and I am reading. Go to somebody who is near you now, and stay with them."


@dataclass(frozen=True, slots=True)
class Says:
    """A person says something to the bot."""

    text: str


@dataclass(frozen=True, slots=True)
class Gives:
    """A person gives a command; {reply} in it is the bot's newest reply."""

    words: str


@dataclass(frozen=True, slots=True)
class Brings:
    """A person gives the command that carries over, with the file of an export."""

    file: str


@dataclass(frozen=True, slots=True)
class Marks:
    """A person puts an emoji on the bot's newest reply."""

    emoji: str = "🔧"


@dataclass(frozen=True, slots=True)
class Taps:
    """A person taps the newest choice that begins so, or the first."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """A person asks for the choices that find no room in the row."""


@dataclass(frozen=True, slots=True)
class Remade:
    """Whoever runs it lets another model write the replies from now on."""


@dataclass(frozen=True, slots=True)
class Closes:
    """Whoever runs it says on which day it closes, and why."""


Deed = Says | Gives | Brings | Marks | Taps | More | Remade | Closes


@dataclass(frozen=True, slots=True)
class Piece:
    """One picture.

    Args:
        name: of its file.
        alt: what somebody is told who does not see it.
        covers: how the pieces of `tests/first_sight` begin that it shows.
        by: who does it.
        after: deeds of before, which the picture leaves out.
        is_answered_alone: what is given in a room is answered to its person alone.
    """

    name: str
    alt: str
    deeds: tuple[Deed, ...]
    covers: tuple[str, ...] = ()
    by: str = "ada"
    room: str = "dm"
    after: tuple[Deed, ...] = ()
    is_answered_alone: bool = False
    is_long: bool = False
    fails: bool = False


LOST = "I lost my job and my flat in one week and my sister doesn't know yet."
MET = (Says("hello"),)
SEVERAL = 2  # lines of a prompt, after which the long answer is asked for
REPAIR = (Says(LOST), Marks())
AGREED = (*MET, Gives("on"), Taps())
TICKED = (*MET, Gives("on attuned"), Taps("☐"), Taps())
ONGOING = (*MET, Gives("on ongoing"), Taps())
NEL = Gives("memory add my sister is called Nel")
# Every other one short: no hands type long ones at the pace of a script.
TALKED = (Says(LOST), Says("And the letter?")) * (EVERY // 2)
PIECES = (
    Piece("first-reply", "A first reply, with a small last line that says it is an AI and who runs it",
          (Says(LOST),)),
    Piece("consent-card", "The card that asks before a warmer level, with what is kept and three choices",
          (Gives("on"),), ("consent card", "a yes that ran out", "a deeper level"), after=MET),
    Piece("consent-card-de", "The same card in German: every piece is there in eleven languages",
          (Gives("on"),), after=(Gives("language de"), *MET)),
    Piece("read-everything", "What the card says in full, one tap away",
          (Gives("on"), Taps("Read")), after=MET),
    Piece("accepted", "The accepted card, now one line: until when, and how to end it",
          (Gives("on"), Taps()), ("accepted", "not now"), after=MET),
    Piece("panel", "The panel: one line of what holds now, and five choices",
          (Gives("status"),), ("panel", "status"), after=AGREED),
    Piece("about", "Who runs this, and where words go", (Gives("about"),), ("about",), after=MET),
    Piece("help", "Help: what people really do, each with its command",
          (Gives("help"),), ("help",), after=MET),
    Piece("help-groups", "Help with the groups of all commands shown",
          (Gives("help"), Taps("Talk")), after=MET),
    Piece("style", "The manner of replies, and how to change it",
          (Gives("style"),), ("style",), after=MET),
    Piece("data", "What is kept of this person", (Gives("data"),), ("what is kept",),
          after=AGREED),
    Piece("erase", "What is asked before all that is kept is erased",
          (Gives("data erase"),), ("before an erase", "erased"), after=AGREED),
    Piece("export", "The export of all that is kept", (Gives("data export"),), ("export",), after=MET),
    Piece("receipt", "The receipt of a yes", (Gives("receipt"),), ("receipt",),
          after=AGREED),
    Piece("repair", "A repaired reply, with the likeliest kinds, put it back, and more",
          REPAIR, ("below a repaired reply",), after=MET),
    Piece("repair-more", "The other kinds of repair, behind More", (*REPAIR, More()), after=MET),
    Piece("why", "Why a reply is as it is, in one sentence", (Says(LOST), Gives("why")), ("why",),
          after=MET),
    Piece("why-recalled", "Why a reply is as it is, with what was held and used for it, to keep out of the room or drop",
          (Gives("why"),), after=(*TICKED, NEL, Says("Nel rang again"))),
    Piece("threads", "Threads a person asked to be held, one with the day on which it comes up",
          (Gives("threads"),),
          after=(*TICKED, Gives("threads add ring the landlord by in 3 days"),
                 Gives("threads add the form for the allowance"))),
    Piece("memory", "What a person asked to be remembered, each line with its number",
          (Gives("memory"),), after=(*TICKED, NEL, Gives("memory add the tax form is with Bo"))),
    Piece("roles", "What a person and the bot agreed on: a role, and a word that means only listen",
          (Gives("roles"),),
          after=(*ONGOING, Gives("roles be the one who asks for the number"),
                 Gives("roles when red: listen"))),
    Piece("people", "The people that a person wrote down, and what each is good for",
          (Gives("people"),),
          after=(*MET, Gives("people add Nel: nights, she is up late"),
                 Gives("people add Bo: forms and letters"))),
    Piece("reach", "Three drafts of a message to somebody, short, longer and longest",
          (Says("help me write to my sister that i can't come on sunday"),), after=MET),
    Piece("summary", "The summary of a conversation, which its person reads, changes and drops",
          (Gives("summary"),), after=(*TICKED, *TALKED)),
    Piece("import", "What the file of an export would carry over, asked about before anything is",
          (Brings(EXPORT),), after=TICKED),
    Piece("news", "What is said before the first reply of another model, with two ways out",
          (Says("And now?"),), after=(*AGREED, Remade())),
    Piece("retire", "What is said before a reply once a closing day is set: which day, why, and two ways out",
          (Says(LOST),), after=(*AGREED, Closes())),
    Piece("report", "What is told to those who run the room, and to nobody else",
          (Says(LOST), Gives("report {reply}")), ("reports", "no such command"), after=MET, room="lobby", is_answered_alone=True),
    Piece("failed-repair", "A repair that failed says so in one line and offers to try again",
          REPAIR, ("failed repair",), after=MET, fails=True),
    Piece("crisis", "The words for a life at risk, first of all",
          (Says("I am going to kill myself tonight"),), ("crisis",), after=MET),
    Piece("night-card", "The night card, whose lines a person wrote for themselves",
          (Gives("night-card"),), ("night card",),
          after=(*MET, Gives("night-card Ring Ben, he is up late. Water. The song from the lake."))),
    Piece("long-answer", "A long answer, ended at a paragraph", (Says("What do I do first?"),),
          after=MET, is_long=True),
    Piece("pause", "A pause, until when, and its end, a line each",
          (Gives("pause 2h"), Gives("resume")), ("pause", "resume"), after=AGREED),
    Piece("off", "Off, at once, and what is said where it was off already",
          (Gives("off"), Gives("off")), ("off",), after=AGREED),
    Piece("off-asked", "What may mean off is asked about: nothing changes before a tap",
          (Says("leave me alone"),), ("what may mean off",), after=AGREED),
    Piece("level-down", "A lower level, in one line", (Gives("level plain"),), ("level",),
          after=AGREED),
    Piece("more-than-allowed", "The card for a level that is deeper than is allowed in that room",
          (Gives("on attuned"),), ("a level that is more",), by="admin", room="lobby",
          after=(Gives("admin ceiling warm"),), is_answered_alone=True),
    Piece("emojis", "The emojis that repair a reply, and how to switch them off",
          (Gives("emojis"),), ("emojis",), after=MET),
    Piece("age", "An age below 18 in passing is asked about once", (Says("I'm 15"),),
          ("the question of age",), after=MET),
    Piece("under-18", "What holds for who is under 18: plain, and a reminder every hour",
          (Gives("under-18"),), ("under 18",), after=MET),
    Piece("admin-panel", "The settings of a space, with taps that change them",
          (Gives("admin settings"),), ("an admin's panel",), by="admin", room="lobby", is_answered_alone=True),
    Piece("admin-setup", "The first of the private questions that set a space up: what holds now, and each answer as a tap",
          (Gives("admin setup"),), ("an admin's setup",), by="admin", room="lobby", is_answered_alone=True),
    Piece("admin-setting", "The page of one setting: what it does, what holds, how it is typed",
          (Gives("admin set quiet-hours"),), ("an admin's panel, a setting",), by="admin", room="lobby",
          is_answered_alone=True),
    Piece("admin-change", "A change of an admin's: before, after, and Undo",
          (Gives("admin set deepest plain"),), ("an admin's panel, changed",), by="admin", room="lobby",
          is_answered_alone=True),
)  # fmt: skip


FIRST_RUN = Piece(
    "first-run",
    "The first run in a terminal: a model was found on this machine, and one number takes it",
    (),
)


def model_of(piece: Piece) -> ScriptedModel:
    """Gives a model that says what the picture is to show."""

    def script(prompt: Prompt) -> list[str | ModelError]:
        if prompt.lines[0].text.startswith("You keep the notes"):
            return [NOTES]
        if prompt.brief.rupture is not None:
            return [ModelUnreachable()] if piece.fails else [REPAIRED]
        if prompt.brief.crisis:
            return [GRAVE]
        if any("[end]" in line.text for line in prompt.lines):
            return [DRAFTS]
        if LOST in prompt.lines[-1].text:
            return [REPLY]
        return [LONG] if piece.is_long and len(prompt.lines) > SEVERAL else [HERE]

    return ScriptedModel(script)
