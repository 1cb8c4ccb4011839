"""Fixed sentences that are said on Matrix alone: plain and kind. No model writes any."""

UNANSWERED = (
    "I could not answer you in {where}: there I am not allowed to write. An admin can change that. "
    "Here I can answer you at any time."
)
UNANSWERED_THEN = (
    "I could not answer you in {where}: then I was not allowed to write. By now I am, so say it "
    "again if it still matters."
)
