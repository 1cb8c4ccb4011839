"""Fixed sentences that are said on Discord alone: plain and kind. No model writes any."""

UNHEARD = (
    "Your reply reached me without its words. Mention me, or leave the ping on, and I read it."
)
PROXIED = (
    "I cannot tell who speaks through a proxy. Send it once without the proxy, and I answer you."
)
TAKEN_PRIVATE = "{link} is our direct message, where it stands now."
LACKING = "I am not allowed to do all I need in this channel. An admin can allow: {rights}."
WAY = "Commands are picked here, so that only you see what they say: {link}."
WAY_TO_HELP = (
    "I'm an AI, and I'm here: say what it is about, and I answer. For the list of commands: {link}."
)
UNANSWERED = (
    "I could not answer you in {where}: there I may not do what it takes. An admin can allow: "
    "{rights}. Here I can answer you at any time."
)
UNANSWERED_THEN = (
    "I could not answer you in {where}: then I was not allowed what it takes. By now I am, so say "
    "it again if it still matters."
)
UNANSWERED_GONE = (
    "I could not answer you in {where}, and I do not see that channel now. Here I can answer you "
    "at any time."
)
LEAVING = "If you want it off there: /attune off. /attune data shows and erases what is kept."
NO_DIRECT = (
    "I could not open a direct message. Allow them from members of this server, then try again."
)
