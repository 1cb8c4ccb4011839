"""How the bot's own sentences are laid out: a small markup, and how many choices stand at once."""
