"""`--jsonl`: one JSON object an action. docs/console-jsonl.md is its contract."""

import json

from adapters.console.lines import mended
from adapters.console.out import Out
from adapters.console.shown import Show, ShownAction


def printing(out: Out) -> Show:
    """Gives a sink that prints each action as one line of JSON."""

    def show(action: ShownAction) -> None:
        out.line(mended(json.dumps(action, ensure_ascii=False)))

    return show
