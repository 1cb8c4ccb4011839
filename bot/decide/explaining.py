"""What `/attune why` says of a reply: what the governor found in it, and did about that."""

import json

from bot.snapshot import RepairSnapshot


def why(snapshot: RepairSnapshot) -> str:
    """Gives what the governor found in a reply to this person, or in general for anybody else."""
    said = snapshot.strings.why
    pairs = json.loads(snapshot.reply.row.findings or "[]") if snapshot.reply is not None else None
    if pairs is None:
        return said.in_general
    if not pairs:
        return f"{said.nothing}\n{said.in_general}"
    did = {"drop": said.left_out, "redraft": said.written_anew}
    told = [f"{rule}: {did[action]}" for rule, action in pairs]
    lines = [f"{line}, {told.count(line)}" for line in dict.fromkeys(told)]
    return "\n".join([said.found, *lines])
