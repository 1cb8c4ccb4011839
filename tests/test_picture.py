"""The README's picture is what the program says today."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.warm import attune

ROOT = Path(__file__).parent.parent
SPEC = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")


def typed(folder: Path, line: str) -> str:
    return attune(folder, "chat", lines=f"{line}\n", operator_name="Ada").stdout


def test_the_picture_is_the_conversation_as_it_happens_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert SPEC is not None
    assert SPEC.loader is not None
    picture = importlib.util.module_from_spec(SPEC)
    SPEC.loader.exec_module(picture)
    for name, value in picture.DRAWN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    made = picture.rendered(picture.conversation(typed))
    assert picture.PICTURE.read_text(encoding="utf-8") == made, "run `make picture`"


def test_the_picture_fetches_nothing() -> None:
    text = (ROOT / "docs" / "conversation.svg").read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://([\w.]+)", text))
    assert hosts <= {"www.w3.org", "www.textualize.io"}
