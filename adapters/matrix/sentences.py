"""Fixed sentences that are said on Matrix alone: plain and kind. No model writes any."""

REACTIONS_IN_CLEAR = (
    "Reactions are never encrypted on Matrix: `/attune repair` is the private way to say 🔧."
)
UNANSWERED = (
    "I could not answer you in {where}: there I am not allowed to write. An admin can change that. "
    "Here I can answer you at any time."
)
UNANSWERED_THEN = (
    "I could not answer you in {where}: then I was not allowed to write. By now I am, so say it "
    "again if it still matters."
)
UNANSWERED_GONE = (
    "I could not answer you in {where}, and I am not in that room any more. Here I can answer you "
    "at any time."
)
LEAVING = "If you want it off there: /attune off. /attune data shows and erases what is kept."
