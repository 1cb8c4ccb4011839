"""A stand-in for Discord at the wire: gateway v10 and of the HTTP API what the bot uses."""
