"""`attune block` and `attune spaces`: an id of nobody is refused, or said to be unknown."""

from pathlib import Path

import pytest

from adapters.cli import blocking, named, ready, rotating
from adapters.kit.typed_ids import Forms
from bot.engine.census import FEWEST
from bot.errors import SettingsFault
from tests.warm import attune


@pytest.fixture
def home(tmp_path: Path) -> Path:
    attune(tmp_path, "chat", lines="hello\n/room lobby\n@attune hello\n")
    return tmp_path


def test_whoever_is_known_is_blocked_without_another_word(home: Path) -> None:
    for who in ("console:you", "console:space"):
        assert attune(home, "block", who).stdout == "Done: blocked.\n"
        assert attune(home, "block", who).stdout == f"{blocking.WAS_ALREADY}\n"
        assert attune(home, "block", who, "--undo").stdout == "Done: no longer blocked.\n"
        assert attune(home, "block", who, "--undo").stdout == f"{blocking.WAS_NOT}\n"


def test_whoever_is_not_known_yet_is_blocked_and_that_is_said(home: Path) -> None:
    ran = attune(home, "block", "discord:123")
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, blocking.AHEAD)
    assert "discord:server:123" in ran.stdout
    assert attune(home, "block", "discord:123").stdout == f"{blocking.WAS_ALREADY}\n"
    assert attune(home, "block", "discord:123", "--undo").stdout == "Done: no longer blocked.\n"


@pytest.mark.parametrize("who", ["you", "server:123", "discord:ada", "matrix:ada", "console:a b"])
def test_what_is_no_id_is_refused_with_how_one_is_written(home: Path, who: str) -> None:
    ran = attune(home, "block", who)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert named.how_people() in ran.stderr
    assert named.how_spaces() in ran.stderr
    assert who not in ran.stderr.replace(named.how_people(), "").replace(named.how_spaces(), "")


def test_servers_and_rooms_are_listed_by_id_and_nobody_is_named(home: Path) -> None:
    line = f"console:space  people: fewer than {FEWEST}"
    assert attune(home, "spaces").stdout == f"{line}\n{blocking.NO_NAMES}\n"
    attune(home, "block", "console:space")
    assert attune(home, "spaces").stdout == f"{line}  blocked\n{blocking.NO_NAMES}\n"


def test_where_only_direct_messages_are_no_space_is_listed(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    assert attune(tmp_path, "spaces").stdout == f"{blocking.NONE}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("block", "console:you"),
        ("spaces",),
        ("people",),
        ("announce",),
        ("audit", "show"),
        ("reports",),
        ("retire",),
        ("under-18", "console:you", "--undo"),
        ("erase", "console:you", "--yes"),
        ("export", "console:you", "copy"),
    ],
)
def test_where_nothing_is_kept_yet_each_command_says_what_makes_the_database(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = attune(tmp_path, *words)
    where = f"at {tmp_path / 'data' / 'attune.db'}"
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"attune: {ready.NOTHING_KEPT.format(where=where)}\n"
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_keys_none_are_made_to_be_rotated(tmp_path: Path) -> None:
    ran = attune(tmp_path, "keys", "rotate")
    assert (ran.returncode, "There are no keys yet" in ran.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["console:you", "discord:1", "matrix:@ada:example.org:8448"])
def test_an_id_of_a_person_is_read(word: str) -> None:
    assert named.person_named(word) == word


@pytest.mark.parametrize(
    "word",
    [
        "console:space",
        "console:dm:you",
        "discord:server:1",
        "matrix:!abc:example.org",
        "matrix:!v12",
    ],
)
def test_an_id_of_a_space_is_read(word: str) -> None:
    assert named.space_named(word) == word


@pytest.mark.parametrize("word", ["", "you", "console:", "discord:server:1", "matrix:!a:b", "x:1"])
def test_an_id_of_no_person_is_refused(word: str) -> None:
    with pytest.raises(SettingsFault, match="That is no id of a person"):
        named.person_named(word)


@pytest.mark.parametrize("word", ["lobby", "discord:1", "matrix:@ada:example.org", "console:a b"])
def test_an_id_of_no_space_is_refused(word: str) -> None:
    with pytest.raises(SettingsFault, match="That is no id of a server or a room"):
        named.space_named(word)


@pytest.mark.parametrize("forms", named.EVERY)
def test_what_a_refusal_names_is_an_id_of_that_platform_and_of_no_other(forms: Forms) -> None:
    person, space = forms.such_as
    others = [one for one in named.EVERY if one is not forms]
    assert forms.person.fullmatch(person)
    assert forms.space.fullmatch(space)
    for one in others:
        assert one.person.fullmatch(person) is None
        assert one.space.fullmatch(space) is None


def test_what_is_missing_is_named_as_people_read_it(tmp_path: Path) -> None:
    assert "block needs WHO: the id of a person" in attune(tmp_path, "block").stderr
    ran = attune(tmp_path, "audit", "checkpoint")
    assert "audit checkpoint needs FILE: a file that is not there yet." in ran.stderr


def test_a_rotation_with_one_master_key_says_that_nothing_changed(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    recorded = attune(tmp_path, "audit", "show").stdout
    assert attune(tmp_path, "keys", "rotate").stdout == f"{rotating.NOT_ROTATED}\n"
    key = (tmp_path / "data" / "master.key").read_text().strip()
    other = attune(tmp_path, "keys", "new").stdout.strip()
    ran = attune(tmp_path, "keys", "rotate", master_key=f"{key},{other}")
    assert ran.stdout == f"{rotating.NOT_ROTATED} {rotating.OLDER_OPEN_NOTHING}\n"
    assert attune(tmp_path, "audit", "show").stdout == recorded
