"""What it needs to be allowed in a channel, and how that is called in Discord's own settings."""

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
    """Gives what it cannot answer without in a channel, or a thread, and may not do there."""
    speaks = may.send_messages_in_threads if in_thread else may.send_messages
    name = IN_THREADS if in_thread else NAMES["send_messages"]
    has = {NAMES["view_channel"]: may.view_channel, name: speaks}
    has |= {NAMES["read_message_history"]: may.read_message_history}
    return tuple(right for right, is_held in has.items() if not is_held)


def lack(bits: int) -> tuple[str, ...]:
    """Gives what it cannot work without and may not do, by the names of Discord's settings."""
    allowed = discord.Permissions(bits)
    return tuple(name for right, name in NAMES.items() if not getattr(allowed, right))
