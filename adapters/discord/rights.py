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


def lack(bits: int) -> tuple[str, ...]:
    """Gives what it cannot work without and may not do, by the names of Discord's settings."""
    allowed = discord.Permissions(bits)
    return tuple(name for right, name in NAMES.items() if not getattr(allowed, right))
