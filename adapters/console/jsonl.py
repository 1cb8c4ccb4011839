"""`--jsonl`: one JSON object an action. docs/console-jsonl.md is its contract."""

import json

from adapters.console.lines import mended
from adapters.console.out import Out
from adapters.console.shown import Show, ShownAction, lines_of
from adapters.kit import marked


def printing(out: Out) -> Show:
    """Gives a sink that prints each action as one line of JSON, without the marks of a layout."""

    def show(action: ShownAction) -> None:
        out.line(mended(json.dumps(_plain(action), ensure_ascii=False)))

    return show


def _plain(action: ShownAction) -> dict[str, object]:
    kept = {name: of for name, of in action.items() if name not in ("look", "said")}
    return {**kept, "text": "\n".join(marked.plain(line) for line in lines_of(action))}
