"""The rows of the table of commands that only admins may give."""

from bot.commands import of_spaces as means
from bot.commands import readers as read
from bot.commands.entry import Entry, Option, Topic
from bot.commands.readers import plainly
from bot.commands.reading_people import mute, split_mute
from bot.house_rules import BY_NAME
from bot.levels import Level

EVERY_LEVEL = tuple(level.word for level in Level)
WHICH_LEVEL = Option("level", EVERY_LEVEL, is_required=True)
OF_SPACES: tuple[Entry, ...] = (
    Entry("settings", "", plainly(means.ShowSettings()), topic=Topic.ADMINS),
    Entry(
        "set",
        "[NAME VALUE]",
        read.set_a_rule,
        (Option("name", tuple(BY_NAME)), Option("value")),
        splits=read.split_rule,
        misread=lambda say: say.settings.bad_value,
        topic=Topic.ADMINS,
    ),
    Entry("setup", "", plainly(means.SetUp()), topic=Topic.ADMINS),
    Entry(
        "ceiling",
        "plain|warm|attuned|ongoing",
        read.ceiling,
        (WHICH_LEVEL,),
        misread=lambda say: say.commands.bad_ceiling,
        topic=Topic.ADMINS,
    ),
    Entry(
        "crisis-line",
        "TEXT URL|off",
        read.crisis_line,
        (
            Option("text"),
            Option("url"),
        ),
        splits=lambda rest: {"text": rest},
        misread=lambda say: say.admins.crisis_line_bad,
        topic=Topic.ADMINS,
    ),
    Entry(
        "hear-threads",
        "on|off",
        read.hear_threads,
        (Option("state", ("on", "off"), is_required=True),),
        misread=lambda say: say.commands.bad_threads,
        needs=lambda can: can.follows_threads,
        topic=Topic.ADMINS,
    ),
    Entry(
        "mute",
        "PERSON [TIME|off]",
        mute,
        (
            Option("person", is_required=True, is_person=True),
            Option("time", suggested=("10m", "2h", "1d", "7d", "30d", "off")),
        ),
        splits=split_mute,
        misread=lambda say: say.admins.mute_bad,
        topic=Topic.ADMINS,
    ),
    Entry(
        "reports",
        "",
        plainly(means.ListReports()),
        topic=Topic.ADMINS,
    ),
    Entry(
        "audit",
        "[export]",
        read.audit,
        (Option("what", (read.EXPORT,)),),
        topic=Topic.ADMINS,
    ),
)
