"""Discord, over discord.py's gateway, state and rate limits."""
