"""The one table of commands: words, options, who may, what they need; the strings say the rest.

The rows of what only admins may give stand in `table_of_spaces`.
"""

from bot.boundaries import BoundaryDeed
from bot.commands import readers as read
from bot.commands import values as means
from bot.commands.entry import Entry, Option, Topic
from bot.commands.lists import LISTS
from bot.commands.readers import AUTO, RESET, STYLES, plainly
from bot.commands.table_of_data import OF_DATA
from bot.commands.table_of_scopes import OF_SCOPES
from bot.commands.table_of_spaces import EVERY_LEVEL, OF_SPACES, WHICH_LEVEL
from bot.commands.tongues import NAMES
from bot.levels import Level, Stance
from bot.people import PeopleDeed
from bot.rupture import Rupture
from bot.summary import SummaryDeed

ABOVE_PLAIN = EVERY_LEVEL[1:]
KINDS = tuple(kind.value for kind in Rupture if kind is not Rupture.OTHER)

_ID = Option("id")


def _stance(stance: Stance) -> Entry:
    return Entry(stance.value, "", plainly(means.WantStance(stance)))


COMMANDS: tuple[Entry, ...] = (
    Entry(
        "on",
        "[warm|attuned|ongoing] [for conversation|tonight|DAYS]",
        read.on,
        (
            Option("level", ABOVE_PLAIN),
            Option(
                "for",
                suggested=("conversation", "tonight", "7 days", "30 days", "180 days"),
            ),
        ),
        splits=read.split_on,
        misread=lambda say: say.commands.bad_on,
    ),
    Entry(
        "off",
        "",
        plainly(means.Off()),
        is_right=True,
        for_guests=True,
        is_alone=True,
        topic=Topic.LIMITS,
    ),
    Entry(
        "stop",
        "",
        plainly(means.Stop()),
        is_right=True,
        for_guests=True,
        is_alone=True,
    ),
    Entry(
        "level",
        "plain|warm|attuned|ongoing",
        read.set_level,
        (WHICH_LEVEL,),
        misread=lambda say: say.commands.bad_level,
        topic=Topic.LIMITS,
    ),
    Entry(
        "pause",
        "[30m|2h|3d]",
        read.pause,
        (Option("time", suggested=("30m", "2h", "8h", "1d", "3d")),),
        misread=lambda say: say.commands.bad_pause,
        is_right=True,
        topic=Topic.LIMITS,
    ),
    Entry("resume", "", plainly(means.Resume()), is_right=True, topic=Topic.LIMITS),
    Entry(
        "status",
        "",
        plainly(means.Status()),
        is_right=True,
        for_guests=True,
        topic=Topic.DATA,
    ),
    Entry(
        "about",
        "",
        plainly(means.ShowAbout()),
        is_right=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.DATA,
    ),
    Entry(
        "ask",
        "TEXT",
        read.ask,
        (Option("text", is_required=True),),
        misread=lambda say: say.commands.bad_ask,
        for_guests=True,
        where=lambda can: can.serves_guests,
    ),
    _stance(Stance.LISTEN),
    _stance(Stance.THINK),
    _stance(Stance.DECIDE),
    _stance(Stance.DO),
    _stance(Stance.STAY),
    Entry(
        "reach",
        "[WHO, WHAT ABOUT]",
        read.reach,
        (Option("who"), Option("about")),
        splits=read.split_reach,
        misread=lambda say: say.reach.too_long,
        for_guests=True,
        is_everywhere=True,
    ),
    Entry(
        "style",
        f"[{'|'.join((*STYLES, RESET))}]",
        read.style,
        (Option("manner", (*STYLES, RESET)),),
        misread=lambda say: say.commands.bad_style,
        topic=Topic.WRONG,
    ),
    Entry(
        "language",
        "[NAME|auto]",
        read.language,
        (Option("language", suggested=(*NAMES.values(), AUTO)),),
        misread=lambda say: say.language.unknown.format(languages=say.listed(NAMES.values())),
        for_guests=True,
        is_everywhere=True,
        topic=Topic.WRONG,
    ),
    Entry(
        "repair",
        "[kind] [ID] [note: WORDS]",
        read.repair,
        (
            Option("kind", KINDS),
            Option("note"),
            _ID,
        ),
        splits=read.split_repair,
        misread=lambda say: f"{say.commands.bad_repair}\n{say.listed(say.repair.named(Rupture))}",
        for_guests=True,
        is_alone=True,
        topic=Topic.WRONG,
    ),
    Entry(
        "what-changed",
        "[ID]",
        read.what_changed,
        (_ID,),
        for_guests=True,
        topic=Topic.WRONG,
    ),
    Entry(
        "why",
        "[ID]",
        read.why,
        (_ID,),
        for_guests=True,
        topic=Topic.WRONG,
    ),
    Entry(
        "report",
        "ID",
        read.report,
        (_ID,),
        misread=lambda say: say.commands.bad_report,
        topic=Topic.WRONG,
    ),
    Entry(
        "emojis",
        "[on|off]",
        read.emojis,
        (Option("state", ("on", "off")),),
        misread=lambda say: say.commands.bad_emojis,
        is_everywhere=True,
        topic=Topic.WRONG,
    ),
    Entry(
        "night-card",
        "[YOUR WORDS|erase]",
        read.night_card,
        (Option("words"),),
        is_right=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.LIMITS,
    ),
    Entry(
        "boundaries",
        "[name|address|not|stop-word|drop WORDS|clear]",
        read.boundaries,
        (
            Option("what", tuple(one.value for one in BoundaryDeed)[1:]),
            Option("words"),
        ),
        splits=read.split_what,
        misread=lambda say: say.boundaries.how,
        is_right=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.LIMITS,
    ),
    *LISTS,
    Entry(
        "people",
        "[add NAME: WHAT FOR|drop NUMBER|clear]",
        read.people,
        (
            Option("what", tuple(one.value for one in PeopleDeed)[1:]),
            Option("words"),
        ),
        splits=read.split_what,
        misread=lambda say: say.people.how,
        is_right=True,
        hears_risk=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.HELD,
    ),
    Entry(
        "summary",
        "[edit WORDS|drop|on|off]",
        read.summary,
        (
            Option("what", tuple(one.value for one in SummaryDeed)[1:]),
            Option("words"),
        ),
        splits=read.split_what,
        misread=lambda say: say.summary.how,
        is_right=True,
        hears_risk=True,
    ),
    *OF_SCOPES,
    Entry(
        "ignore-me",
        "[off]",
        read.ignore_me,
        (Option("end", ("off",)),),
        misread=lambda say: say.commands.bad_ignore,
        is_right=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.DATA,
    ),
    Entry(
        "under-18",
        "",
        read.under_18,
        splits=read.split_under_18,
        misread=lambda say: say.commands.bad_under_18,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.LIMITS,
    ),
    *OF_DATA,
    Entry(
        "help",
        "",
        plainly(means.Help()),
        is_right=True,
        for_guests=True,
        is_everywhere=True,
        topic=Topic.DATA,
    ),
    *OF_SPACES,
)
BY_NAME: dict[str, Entry] = {one.name: one for one in COMMANDS}


def is_right(command: means.Command) -> bool:
    """Whether a command is a right, which nothing refuses: what ends everything deeper is one."""
    match command:
        case means.On(level=Level.PLAIN) | means.SetLevel(level=Level.PLAIN):
            return True
    return command.name in BY_NAME and BY_NAME[command.name].is_right
