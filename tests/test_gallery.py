"""The gallery: what its page of Discord draws, and that each picture says what is in it."""

import ast
import importlib
import re

import pytest

from bot.strings import ENGLISH, OFFERED
from gallery import discord, index
from gallery.components import DRAWN, drawn
from gallery.markdown import inline, page
from gallery.matrix_room import standing
from gallery.pieces import FIRST_RUN, PIECES
from gallery.shots import KEPT, OUT
from gallery.spoken import label, language_in, spoken
from tests.first_sight import PIECES as FIRST_SIGHT
from tests.test_shape import ROOT

MOST_BYTES = 7_400_000  # a picture is some 30,000 bytes, and each piece has six
OTHERS = {"name", "data"}  # keys of what is no component: commands, and answers to interactions


def sent() -> dict[str, int]:
    """Gives each type of component that the adapter writes, by where it does."""
    found = {}
    every = sorted((ROOT / "adapters" / "discord").glob("*.py"))
    for path in (one for one in every if not one.stem.startswith("interaction")):
        module = importlib.import_module(f"adapters.discord.{path.stem}")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Dict) and (kind := _type_in(node)) is not None:
                found[f"{path.stem}:{node.lineno}"] = int(getattr(module, kind))
    return found


def _type_in(node: ast.Dict) -> str | None:
    keys = {key.value: value for key, value in zip(node.keys, node.values, strict=True)
            if isinstance(key, ast.Constant)}  # fmt: skip
    kind = keys.get("type")
    is_other = OTHERS & set(keys) or (keys.keys() <= {"type"} and len(node.keys) > 1)
    return kind.id if isinstance(kind, ast.Name) and not is_other else None


def test_the_page_draws_every_component_that_the_adapter_sends() -> None:
    types = sent()
    assert len(types) > 4
    assert {where: kind for where, kind in types.items() if kind not in DRAWN} == {}


def test_a_component_that_is_none_of_these_is_not_left_out() -> None:
    with pytest.raises(KeyError):
        drawn({"type": 17, "components": [{"type": 99}]})


def test_what_people_wrote_is_only_words_on_the_page() -> None:
    hostile = "<script>x</script> **a<b**\n-# <img src=x>\n`</code><b>`\n```\n</pre><i>\n```"
    assert not re.search(r"<(script|img|i|b)\b", page(hostile))
    assert inline(r"\*Ada\*") == "*Ada*"
    assert drawn({"type": 2, "style": 2, "label": "<b>", "custom_id": "c"}).count("<b>") == 0


def test_the_markup_of_the_bots_own_pieces_is_drawn() -> None:
    assert page("**Warm**\n- one\n- two\n-# small") == (
        '<p><strong>Warm</strong></p><ul><li>one</li><li>two</li></ul><p class="small">small</p>'
    )
    assert inline("until <t:1811419200:D>, </attune off:12>") == (
        'until <span class="when">27 May 2027</span>, <span class="call">/attune off</span>'
    )


def test_of_a_room_each_message_stands_once_in_its_newest_words() -> None:
    first = {"event_id": "$1", "type": "m.room.message", "content": {"body": "a"}}
    edit = {
        "m.new_content": {"body": "b"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$1"},
    }
    gone = {"event_id": "$3", "type": "m.room.message", "content": {}}
    again = {"event_id": "$2", "type": "m.room.message", "content": edit}
    assert [content["body"] for _, content in standing([first, again, gone])] == ["b"]


def test_each_picture_says_what_is_in_it_and_is_there() -> None:
    assert (OUT / "README.md").read_text("utf-8") == index.page() + "\n", "run `make gallery`"
    shown = re.findall(r"!\[(.+?)\]\((\S+?)\)", index.page())
    assert len(shown) == len({name for _, name in shown})
    assert [name for _, name in shown if not (OUT / name).exists()] == []
    named = {f"{one}-{piece.name}" for one in index.drawn() for piece in PIECES}
    kept = {
        f"{name}-{device}-{theme}.png"
        for name in (*named, f"console-{FIRST_RUN.name}")
        for device, theme in KEPT
    }
    assert {name for _, name in shown} == kept


# What is said in a line or two, like a sentence of talk, has no picture of its own yet.
def test_every_piece_that_is_measured_at_first_sight_has_a_picture() -> None:
    covered = tuple(begin for piece in PIECES for begin in piece.covers)
    assert {name for name in FIRST_SIGHT if not name.startswith(covered)} == set()


def test_the_readme_shows_six_of_them_each_in_words_too() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r'<img [^>]*src="(docs/gallery/\S+?)"[^>]*alt="([^"]{20,})"', readme)
    assert len(shown) == 6
    assert [path for path, _ in shown if not (ROOT / path).exists()] == []


def test_the_pictures_are_small() -> None:
    kept = [
        path for path in OUT.glob("*.png") if path.stem.endswith(("phone-light", "desktop-dark"))
    ]
    assert sum(path.stat().st_size for path in kept) < MOST_BYTES


@pytest.mark.parametrize("code", OFFERED[1:])
def test_every_piece_can_be_drawn_in_another_language(code: str) -> None:
    for piece in PIECES:
        told = spoken(piece, code)
        assert told.name == f"{piece.name}-{code}"
        assert len(told.deeds) == len(piece.deeds)
    assert label("Read", code) == ENGLISH.to(code).choices.read_everything
    assert label("Talk", code) == ENGLISH.to(code).help.topics["talk"]


def test_who_brings_a_file_is_shown_with_the_command_that_took_it() -> None:
    (piece,) = (one for one in PIECES if one.name == "import")
    assert discord._used(piece) == "/attune data import"


def test_a_language_that_is_asked_for_is_one_that_is_offered() -> None:
    assert language_in(["all", "discord"]) == ""
    assert language_in(["in=de", "discord/help"]) == "de"
    with pytest.raises(SystemExit):
        language_in(["in=tlh"])
