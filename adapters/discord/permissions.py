"""The permissions that the bot needs in a channel, by their names in Discord's settings."""

import discord

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    read_message_history=True,
    add_reactions=True,
    create_public_threads=True,
    send_messages_in_threads=True,
)
NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
    "add_reactions": "Add Reactions",
}


IN_THREADS = "Send Messages in Threads"
SPEAKING = ("View Channel", "Send Messages", IN_THREADS)


def lack_here(may: discord.Permissions, *, in_thread: bool) -> tuple[str, ...]:
    """Gives the permissions missing in a channel, or in a thread, to answer there."""
    speaks = may.send_messages_in_threads if in_thread else may.send_messages
    name = IN_THREADS if in_thread else NAMES["send_messages"]
    has = {NAMES["view_channel"]: may.view_channel, name: speaks}
    has |= {NAMES["read_message_history"]: may.read_message_history}
    return tuple(right for right, is_held in has.items() if not is_held)


def lack(bits: int) -> tuple[str, ...]:
    """Gives the missing permissions of those the bot needs, by their names in the settings."""
    allowed = discord.Permissions(bits)
    return tuple(name for right, name in NAMES.items() if not getattr(allowed, right))
