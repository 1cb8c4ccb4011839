"""The one table of commands: words, options, who may, what they need, and what help says."""

from bot.commands import readers as read
from bot.commands import values as means
from bot.commands.entry import Entry, Option
from bot.commands.readers import RESET, STYLES, plainly
from bot.levels import Level, Stance
from bot.rupture import Rupture

EVERY_LEVEL = tuple(level.word for level in Level)
ABOVE_PLAIN = EVERY_LEVEL[1:]
KINDS = tuple(kind.value for kind in Rupture if kind is not Rupture.OTHER)

_LEVEL = Option("level", "The level", EVERY_LEVEL, is_required=True)
_ID = Option("id", "The message's id; your newest reply where you name none")


def _stance(stance: Stance, does: str) -> Entry:
    return Entry(stance.value, "", does, plainly(means.WantStance(stance)))


COMMANDS: tuple[Entry, ...] = (
    Entry(
        "on",
        "[warm|attuned|ongoing] [for conversation|tonight|DAYS]",
        "shows a card; nothing changes before you accept",
        read.on,
        (
            Option("level", "How deep; warm where you name none", ABOVE_PLAIN),
            Option(
                "for",
                "How long: conversation, tonight, or days",
                suggested=("conversation", "tonight", "7 days", "30 days", "180 days"),
            ),
        ),
        splits=read.split_on,
        misread=lambda say: say.commands.bad_on,
    ),
    Entry(
        "off",
        "",
        "back to plain, at once",
        plainly(means.Off()),
        is_right=True,
        for_guests=True,
        is_alone=True,
    ),
    Entry(
        "stop",
        "",
        "stops the reply being written",
        plainly(means.Stop()),
        is_right=True,
        for_guests=True,
        is_alone=True,
    ),
    Entry(
        "level",
        "plain|warm|attuned|ongoing",
        "down at once, up with a card",
        read.set_level,
        (_LEVEL,),
        misread=lambda say: say.commands.bad_level,
    ),
    Entry(
        "pause",
        "[30m|2h|3d]",
        "plain for a while",
        read.pause,
        (Option("time", "How long: 30m, 2h, 3d", suggested=("30m", "2h", "8h", "1d", "3d")),),
        misread=lambda say: say.commands.bad_pause,
        is_right=True,
    ),
    Entry("resume", "", "ends the pause", plainly(means.Resume()), is_right=True),
    Entry(
        "status",
        "",
        "what holds now, and why",
        plainly(means.Status()),
        is_right=True,
        for_guests=True,
    ),
    Entry(
        "about",
        "",
        "who runs this, where words go, the four levels",
        plainly(means.ShowAbout()),
        is_right=True,
        for_guests=True,
    ),
    Entry(
        "ask",
        "TEXT",
        "asks something once",
        read.ask,
        (Option("text", "What you want to ask", is_required=True),),
        misread=lambda say: say.commands.bad_ask,
        for_guests=True,
        where=(lambda can: can.serves_guests, "also where I am no member"),
    ),
    _stance(Stance.LISTEN, "be heard: no advice, for this conversation"),
    _stance(Stance.THINK, "think it through together"),
    _stance(Stance.DECIDE, "a clear recommendation"),
    _stance(Stance.DO, "the steps to take"),
    _stance(Stance.STAY, "company: short, no advice, no questions"),
    Entry(
        "style",
        f"[{'|'.join((*STYLES, RESET))}]",
        "sets or shows the manner of the replies",
        read.style,
        (Option("manner", "The manner; shows it where you name none", (*STYLES, RESET)),),
        misread=lambda say: say.commands.bad_style,
    ),
    Entry(
        "repair",
        "[kind] [ID] [note: WORDS]",
        'the last reply landed wrong; also in words: "you sound like a help desk"',
        read.repair,
        (
            Option("kind", "What was off", KINDS),
            Option("note", "Anything you want to say about it"),
            _ID,
        ),
        splits=read.split_repair,
        misread=lambda say: "\n".join((say.commands.bad_repair, ", ".join(Rupture))),
        for_guests=True,
        is_alone=True,
    ),
    Entry(
        "what-changed",
        "[ID]",
        "what a reply said before its repairs",
        read.what_changed,
        (_ID,),
        for_guests=True,
    ),
    Entry(
        "why",
        "[ID]",
        "what the governor found in a reply to you, and did",
        read.why,
        (_ID,),
        for_guests=True,
    ),
    Entry(
        "report",
        "ID",
        "tells the admins here of a reply to anyone",
        read.report,
        (_ID,),
        misread=lambda say: say.commands.bad_report,
    ),
    Entry(
        "emojis",
        "[on|off]",
        "emojis for the kinds of repair: 🧊 🪞 ↔️ ⁉️ 🥱 ❓ 🧵 📏; off until you switch them on",
        read.emojis,
        (Option("state", "On or off; shows them where you name none", ("on", "off")),),
        misread=lambda say: say.commands.bad_emojis,
    ),
    Entry(
        "night-card",
        "[YOUR WORDS|erase]",
        "what helps you, whom you call: kept sealed, shown to you alone when it gets dark",
        read.night_card,
        (Option("words", "Your words, or: erase. Shows the card where you name none"),),
        is_right=True,
        for_guests=True,
    ),
    Entry(
        "ignore-me",
        "[off]",
        "nothing of yours is ever read, here and everywhere on this platform",
        read.ignore_me,
        (Option("end", "Takes it back", ("off",)),),
        misread=lambda say: say.commands.bad_ignore,
        is_right=True,
        for_guests=True,
    ),
    Entry(
        "under-18",
        "",
        "plain from now on; only the operator can undo it",
        plainly(means.Under18()),
        for_guests=True,
    ),
    Entry(
        "data",
        "[export|erase]",
        "lists, exports or erases what is kept about you here",
        read.data,
        (Option("what", "What to do with it", ("export", "erase")),),
        misread=lambda say: say.commands.bad_data,
        is_right=True,
        for_guests=True,
        is_alone=True,
    ),
    Entry(
        "receipt",
        "",
        "your consent receipt, as JSON",
        plainly(means.Receipt()),
        is_right=True,
        for_guests=True,
    ),
    Entry("help", "", "this list", plainly(means.Help()), is_right=True, for_guests=True),
    Entry(
        "ceiling",
        "plain|warm|attuned|ongoing",
        "the deepest level in this space",
        read.ceiling,
        (_LEVEL,),
        misread=lambda say: say.commands.bad_ceiling,
        for_admins=True,
    ),
    Entry(
        "crisis-line",
        "TEXT URL|off",
        "your own line below the crisis text here; https only, previewed",
        read.crisis_line,
        (
            Option("text", "What it is, or: off", is_required=True),
            Option("url", "Where it is found; https only"),
        ),
        splits=lambda rest: {"text": rest},
        misread=lambda say: say.admins.crisis_line_bad,
        for_admins=True,
    ),
    Entry(
        "threads",
        "on|off",
        "in threads, who spoke to me need not mention me again",
        read.threads,
        (Option("state", "On or off", ("on", "off"), is_required=True),),
        misread=lambda say: say.commands.bad_threads,
        for_admins=True,
        needs=lambda can: can.follows_threads,
    ),
    Entry(
        "reports",
        "",
        "which replies people reported here in 30 days",
        plainly(means.ListReports()),
        for_admins=True,
    ),
)
BY_NAME: dict[str, Entry] = {one.name: one for one in COMMANDS}


def is_right(command: means.Command) -> bool:
    """Whether a command is a right, which nothing refuses: what ends everything deeper is one."""
    match command:
        case means.On(level=Level.PLAIN) | means.SetLevel(level=Level.PLAIN):
            return True
    return command.name in BY_NAME and BY_NAME[command.name].is_right
