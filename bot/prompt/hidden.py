"""What stands in a prompt for words that are not sent, or that there are none of."""

SOMEONE_ELSE = "(someone else's message)"
NOT_FOR_ME = "(a message that was not for you)"
EARLIER = "(earlier in this chat)"
GONE = "(a message without words)"
