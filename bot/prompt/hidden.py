"""The placeholders in a prompt for words that are not sent or do not exist."""

SOMEONE_ELSE = "(someone else's message)"
NOT_FOR_ME = "(a message that was not for you)"
EARLIER = "(earlier in this chat)"
GONE = "(a message without words)"
