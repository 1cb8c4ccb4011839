"""What admins read, and who reports to them or asks for what is theirs."""

REPORT_IT = "Report this reply"
REPORTED = "The admins here can see now that you mean that reply, and nothing of who told them."
REPORTS = "These replies were reported here. No words are kept, only where each stands."
REPORTS_FULL = (
    "The list of reports here is full, so the admins cannot see this one. Tell one of them; they "
    "can clear the list with /attune-admin reports."
)
REPORTED_ENOUGH = (
    "You have reported as many replies here as one person can for now. The admins see those, and "
    "not this one."
)
NOT_MINE_TO_REPORT = (
    "I find no message of mine here by that ID, so nothing was reported. The ID is the message's "
    "own."
)
CLEAR_REPORTS = "Clear the list"
REPORTS_CLEARED = "Done: the list of reports here is empty."
NO_REPORTS = "Nothing was reported here in the last 30 days."
BAD_REPORT = "It is: /attune report ID. The ID is the message's own. Nothing changed."
NO_REPORT_HERE = "A direct message has no admin. {operator} runs this: ask there. Nothing changed."
THREADS_ON = (
    "Done: in threads here, who spoke to me need not mention me again, where the operator lets me."
)
THREADS_OFF = "Done: in threads here I hear only what mentions me, or replies to me."
BAD_THREADS = "It is: /attune-admin threads on, or off. Nothing changed."
NOT_ADMIN = "Only an admin of this space can set that. Nothing changed."
NO_ADMIN_HERE = "A direct message has no admin. Nothing changed."
CRISIS_LINE_BAD = (
    "It is: /attune-admin crisis-line TEXT URL, the address with https, the text at most 200 "
    "characters. Nothing changed."
)
CRISIS_LINE_REFUSED = (
    "That text holds something no reply of mine may say (praise, a hook, a claim, a means). "
    "Nothing changed."
)
CRISIS_LINE_PREVIEW = "So it would look here; nothing changed yet."
CRISIS_LINE_SET = "Done: your line stands below the crisis text here."
CRISIS_LINE_OFF = "Done: the crisis text stands here as it is, without a line of yours."
