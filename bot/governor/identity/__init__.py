"""What the bot is: asked in twenty languages, claimed falsely, and said truly. Pure."""
