"""Three words and more in code: each module that has some is named, with who they are for."""

import ast
import re
from pathlib import Path

import pytest

from tests.test_strings_read import modules, texts_in

ROOT = Path(__file__).parent.parent
OPERATORS = "read by who runs it, in the command line or the log, and by nobody who talks"
TOLD_TO_A_MODEL = "told to a model"
HEARD = "what people write, and none of what they read"
KEYS = "names of what is kept, asked of a platform or timed; nobody reads them"
SQL = "SQL, and the log of the database"
# A folder ends in "/". What stands in code and people read is at the end: it may only shrink.
MAY: dict[str, str] = {
    "adapters/calibration/": OPERATORS,
    "adapters/cli/": OPERATORS,
    "adapters/console/transcript": OPERATORS,
    "adapters/discord/api": KEYS,
    "adapters/discord/diagnostics": OPERATORS,
    "adapters/discord/hints": KEYS,
    "adapters/discord/lease": OPERATORS,
    "adapters/discord/refusals": OPERATORS,
    "adapters/discord/registered": KEYS,
    "adapters/discord/serve": OPERATORS,
    "adapters/discord/shard": OPERATORS,
    "adapters/discord/setting_up": OPERATORS,
    "adapters/evaluation/": OPERATORS,
    "adapters/kit/supervision": OPERATORS,
    "adapters/local/": "read by who runs it, and a sentence by which a model is measured",
    "adapters/published/hosts": "why a host gets nothing of anybody, for whoever adds one",
    "adapters/published/style": "how a page looks, as CSS",
    "adapters/metrics/": OPERATORS,
    "adapters/matrix/chat": KEYS,
    "adapters/matrix/diagnostics": OPERATORS,
    "adapters/matrix/errors": OPERATORS,
    "adapters/matrix/homeserver": OPERATORS,
    "adapters/matrix/identity": OPERATORS,
    "adapters/matrix/reaching": OPERATORS,
    "adapters/matrix/serve": OPERATORS,
    "adapters/matrix/translate": KEYS,
    "adapters/matrix/trying": OPERATORS,
    "adapters/matrix/workers": KEYS,
    "bot/causes": OPERATORS,
    "bot/choices/older": "how releases before stored a choice",
    "bot/clock": OPERATORS,
    "bot/commands/plain_words": HEARD,
    "bot/commands/agreed": "how a command is typed",
    "bot/commands/lists": "how a command is typed",
    "bot/commands/table": "how a command is typed",
    "bot/commands/table_of_data": "how a command is typed",
    "bot/commands/table_of_spaces": "how a command is typed",
    "bot/consent": "the wording of the ledger and its hash; the card says it from the strings",
    "bot/decide/admin_panel/pages": "how a command is typed",
    "bot/engine/elsewhere": OPERATORS,
    "bot/engine/generate": TOLD_TO_A_MODEL,
    "bot/engine/outbox": OPERATORS,
    "bot/engine/reaching": OPERATORS,
    "bot/engine/summaries": OPERATORS,
    "bot/folder": OPERATORS,
    "bot/governor/coming": TOLD_TO_A_MODEL,
    "bot/governor/echoes": TOLD_TO_A_MODEL,
    "bot/governor/instead": TOLD_TO_A_MODEL,
    "bot/governor/positions": "words that no position of a reply is about",
    "bot/governor/rules/": "examples of what a rule finds, and what a model is told",
    "bot/governor/rules/flags": "the name of a flag for who runs it, and what a judge is told",
    "bot/learning": TOLD_TO_A_MODEL,
    "bot/levels": TOLD_TO_A_MODEL,
    "bot/lexicon/load": "said of a file that cannot be read, to who writes it",
    "bot/logs": OPERATORS,
    "bot/model/classifier": OPERATORS,
    "bot/model/judge": TOLD_TO_A_MODEL,
    "bot/model/demonstrated": "how what was learnt is told to a model",
    "bot/model/questions": TOLD_TO_A_MODEL,
    "bot/model/remote/endpoint": KEYS,
    "bot/model/remote/failures": OPERATORS,
    "bot/model/remote/model": "told to a model, and read by who runs it",
    "bot/model/remote/reply": OPERATORS,
    "bot/model/thinking": "how a model begins a thought",
    "bot/prompt/hidden": TOLD_TO_A_MODEL,
    "bot/prompt/note": TOLD_TO_A_MODEL,
    "bot/prompt/reaching": TOLD_TO_A_MODEL,
    "bot/prompt/recalled": TOLD_TO_A_MODEL,
    "bot/prompt/system": TOLD_TO_A_MODEL,
    "bot/summary/asking": TOLD_TO_A_MODEL,
    "bot/records/declare": "what the table of records in the docs says",
    "bot/repair/manner": TOLD_TO_A_MODEL,
    "bot/rupture": "how a kind is typed and stored",
    "bot/settings/env_file": OPERATORS,
    "bot/settings/fields": OPERATORS,
    "bot/settings/of_publishing": OPERATORS,
    "bot/settings/of_law": OPERATORS,
    "bot/settings/loading": OPERATORS,
    "bot/store/": SQL,
    "bot/text/language": "words that tell a language, and what a model is told of it",
    "bot/vault/": SQL,
    # Read by people, and in code:
    "adapters/discord/attached": "stands in a person's message as a model and the history read it",
    "adapters/discord/chat": "an error that the core answers with words of its own",
    "adapters/discord/permissions": "what Discord calls its permissions",
    "bot/receipt": "a record in terms of a standard; it names its language",
    "bot/export/leaving_out": "why a field stands in no file, which docs/export.md says",
    "bot/export/tags": "the policy by which a page loads nothing, in its own notation",
    "bot/export/style": "CSS, and no word of it is read",
    "bot/records/accounts": "declared on the record: what an export and the docs call it",
}
_WORD = re.compile(r"[^\W\d_][\w'’]+")
_PATTERN = re.compile(r"\(\?|\\b|\[\^|\\s")


def is_worded(text: str) -> bool:
    """Whether a text has three words and more, and is no pattern."""
    return " " in text.strip() and len(_WORD.findall(text)) >= 3 and not _PATTERN.search(text)


def worded() -> dict[str, list[str]]:
    """Gives what has three words and more, by module."""
    found: dict[str, list[str]] = {}
    for path in modules("bot", "adapters"):
        texts = [one for one in texts_in(ast.parse(path.read_text("utf-8"))) if is_worded(one)]
        name = path.relative_to(ROOT).with_suffix("").as_posix()
        found |= {name: texts} if texts else {}
    return found


def leave_of(name: str) -> str | None:
    """Gives the entry that lets a module hold words; None where none does."""
    folders = [one for one in MAY if one.endswith("/") and name.startswith(one)]
    return name if name in MAY else max(folders, key=len, default=None)


def test_no_module_holds_words_for_people_beside_those_that_are_named() -> None:
    unnamed = [name for name in worded() if leave_of(name) is None]
    assert unnamed == [], "what people read belongs in bot/strings, or the platform's strings"


def test_each_module_that_is_named_holds_words() -> None:
    assert MAY.keys() - {leave_of(name) for name in worded()} == set()


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("Put it back", True),
        ("{} of {} people", False),
        ("the ceiling here is {}", True),
        ("What changed?", False),
        ("one", False),
        (r"put\s{1,3}it back now", False),
    ],
)
def test_three_words_are_seen_and_a_pattern_is_none(text: str, is_it: bool) -> None:
    assert is_worded(text) is is_it
