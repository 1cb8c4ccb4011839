"""The settings: what they are without being set, and every fault, at once, without a value."""

from pathlib import Path
from typing import get_args

import pytest
from pydantic import SecretStr, TypeAdapter, ValidationError
from pydantic_core import PydanticUndefined

from adapters.cli.house import house_of, strings_of
from bot.errors import SettingsFault
from bot.settings.fields import Settings
from bot.settings.kinds import LanguageCode, Names, Urls
from bot.settings.loading import load, name_of
from bot.settings.needs import NEEDS
from bot.strings import ENGLISH
from bot.strings.strings import LANGUAGES

EXAMPLE = Path(__file__).parent.parent / ".env.example"
SECRETS = ("ATTUNE_MASTER_KEY", "ATTUNE_MODEL_KEY")


def faults_of(given: dict[str, str], env_file: Path | None = None) -> tuple[str, ...]:
    with pytest.raises(SettingsFault) as caught:
        load(given, env_file)
    return caught.value.faults


def an_env_file(folder: Path, text: str | bytes) -> Path:
    path = folder / ".env"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def example_of(name: str) -> str:
    field = Settings.model_fields[name]
    default = "" if field.default in (None, PydanticUndefined) else field.default
    if isinstance(default, tuple):
        default = ",".join(default)
    return f"# {name_of(name)}: {field.description}\n#{name_of(name)}={default}\n"


def test_without_anything_set_the_offline_model_and_a_file_in_your_own_folder_are_used() -> None:
    settings = load({}, None)
    assert settings.model_url == ()
    assert settings.model_key is None
    assert settings.database_file == settings.data_folder / "attune.db"
    assert settings.data_folder.name == "attune"


def test_the_example_lists_every_setting_with_its_description_and_default() -> None:
    written = EXAMPLE.read_text(encoding="utf-8").split("\n\n", 1)[1]
    assert written == "\n".join(example_of(name) for name in Settings.model_fields)


def test_the_example_uncommented_is_the_defaults(tmp_path: Path) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = [line.removeprefix("#") for line in lines if line.startswith("#ATTUNE_")]
    assert len(named) == len(Settings.model_fields)
    assert load({}, an_env_file(tmp_path, "\n".join(named))) == load({}, None)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = an_env_file(tmp_path, "ATTUNE_BOT_NAME=Filed\nATTUNE_PERSONA=calm\n")
    settings = load({"ATTUNE_BOT_NAME": "Given"}, file)
    assert (settings.bot_name, settings.persona) == ("Given", "calm")


def test_an_empty_value_is_the_default_even_over_the_file(tmp_path: Path) -> None:
    file = an_env_file(tmp_path, "ATTUNE_BOT_NAME=Filed\nATTUNE_PERSONA=\n")
    assert load({"ATTUNE_BOT_NAME": " "}, file) == load({}, None)


def test_this_process_environment_is_read_when_none_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTUNE_BOT_NAME", "Here")
    assert load(env_file=None).bot_name == "Here"


def test_a_file_that_is_not_there_sets_nothing(tmp_path: Path) -> None:
    assert load({}, tmp_path / ".env") == load({}, None)


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    file = an_env_file(
        tmp_path,
        b"\xef\xbb\xbfexport ATTUNE_MODEL_KEY='a$HOME${X}b'\n"
        b'OTHER=thing\nATTUNE_PERSONA="two\nlines"\n',
    )
    settings = load({}, file)
    assert settings.persona == "two\nlines"
    assert settings.model_key == SecretStr("a$HOME${X}b")


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("ATTUNE_DATABASE_URL", "mysql://u:hush@h/d", "is neither SQLite nor PostgreSQL"),
        ("ATTUNE_DATABASE_URL", "postgresql://u:hush@h", "does not name a database"),
        ("ATTUNE_DATABASE_URL", "sqlite://", "does not name a file"),
        ("ATTUNE_DATABASE_URL", "sqlite:///:memory:", "does not name a file"),
        ("ATTUNE_MODEL_CONTEXT_TOKENS", "2047", "is too small"),
        ("ATTUNE_MODEL_CONTEXT_TOKENS", "many", "is not a whole number"),
        ("ATTUNE_MODEL_REPLY_TOKENS", "4097", "is too large"),
        ("ATTUNE_MODEL_TOKEN_PARAMETER", "tokens", "is none of the words"),
        ("ATTUNE_MODEL_TEMPERATURE", "2.1", "is too large"),
        ("ATTUNE_MODEL_TEMPERATURE", "nan", "is not a number"),
        ("ATTUNE_MODEL_TOTAL_SECONDS", "0", "is too small"),
        ("ATTUNE_MODEL_TOTAL_SECONDS", "soon", "is not a number"),
        ("ATTUNE_BOT_NAME", "a" * 41, "is too long"),
        ("ATTUNE_BOT_NAME", "two\nlines", "is not printable"),
        ("ATTUNE_PERSONA", "a" * 2001, "is too long"),
        ("ATTUNE_DATA_FOLDER", "~nobody-at-all/x", "no such home"),
        ("ATTUNE_WAITING_REPLIES", "0", "is too small"),
        ("ATTUNE_LOG_LEVEL", "loud", "is none of the words"),
        ("ATTUNE_LANGUAGE", "tlh", "is none of the words"),
        ("ATTUNE_LANGUAGE", "de-AT", "is none of the words"),
    ],
)
def test_a_wrong_value_is_told_by_name_with_what_to_give(name: str, value: str, part: str) -> None:
    (fault,) = faults_of({name: value})
    assert fault.startswith(f"{name}: ")
    assert part in fault
    assert "; give " in fault
    assert "hush" not in fault


@pytest.mark.parametrize(
    "url",
    [
        "ftp://host/v1",
        "host/v1",
        "http:///v1",
        "http://h:99999999/v1",
        "http://[::1/v1",
        "http://someone:hush@h/v1",
        "https://h/v1?key=hush",
    ],
)
def test_a_model_url_is_http_with_a_host_and_without_a_secret(url: str) -> None:
    (fault,) = faults_of({"ATTUNE_MODEL_URL": url, "ATTUNE_MODEL_NAME": "m"})
    assert fault.startswith("ATTUNE_MODEL_URL: ")
    assert "hush" not in fault


def test_a_model_url_needs_a_model_name() -> None:
    (fault,) = faults_of({"ATTUNE_MODEL_URL": "http://localhost:1/v1"})
    assert fault.startswith("ATTUNE_MODEL_NAME: is missing; give ")


def test_a_database_url_names_a_file() -> None:
    relative = load({"ATTUNE_DATABASE_URL": "sqlite:///kept/a.db"}, None)
    absolute = load({"ATTUNE_DATABASE_URL": "sqlite:////kept/a.db"}, None)
    assert relative.database_file == Path("kept/a.db")
    assert absolute.database_file == Path("/kept/a.db")


def test_a_list_is_names_with_commas_between() -> None:
    settings = load({"ATTUNE_ADMINS_OF_CONSOLE": "ada, grace,,"}, None)
    assert settings.admins_of_console == ("ada", "grace")
    assert load({}, None).admins_of_console == ("admin",)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    file = an_env_file(tmp_path, "not a setting\nATTUNE_PERSONA\nattune_bot_name=x\n")
    faults = faults_of(
        {
            "ATTUNE_MODLE_NAME": "m",
            "ATTUNE_MODEL_URL": "gopher://h",
            "ATTUNE_TOKENS_PER_DAY": "-1",
        },
        file,
    )
    assert [fault.split(";")[0].split(" is ")[0] for fault in faults] == [
        ".env: line 1",
        ".env: line 2",
        "attune_bot_name:",
        "ATTUNE_MODLE_NAME:",
        "ATTUNE_MODEL_NAME:",
        "ATTUNE_MODEL_URL:",
        "ATTUNE_TOKENS_PER_DAY:",
    ]


def test_an_unknown_name_comes_with_the_name_that_was_meant(tmp_path: Path) -> None:
    file = an_env_file(tmp_path, "attune_model_key=hush\n")
    filed, given = faults_of({"ATTUNE_MODLE_KEY": ""}, file)
    assert filed == "attune_model_key: is no setting; did you mean ATTUNE_MODEL_KEY?"
    assert given == "ATTUNE_MODLE_KEY: is no setting; did you mean ATTUNE_MODEL_KEY?"
    for unlike in ("ATTUNE_ZZZZZZZZ", "ATTUNE_FOO", "ATTUNE_PORT"):
        told = f"{unlike}: is no setting; take it out; .env.example has every one"
        assert faults_of({unlike: "x"}) == (told,)
    assert faults_of({"ATTUNE_OPERATOR_NAM": "x"})[0].endswith("did you mean ATTUNE_OPERATOR_NAME?")


@pytest.mark.parametrize(
    ("name", "value", "bound"),
    [
        ("METRICS_PORT", "70000", "is too large: the most is 65535"),
        ("METRICS_PORT", "-1", "is too small: the least is 0"),
        ("JUDGE_SECONDS", "0", "is too small: it must be more than 0"),
        ("BOT_NAME", "x" * 41, "is too long: the most is 40 characters"),
    ],
)
def test_a_value_beyond_its_bounds_is_told_the_bound(name: str, value: str, bound: str) -> None:
    (fault,) = faults_of({f"ATTUNE_{name}": value})
    assert fault.startswith(f"ATTUNE_{name}: {bound}")


def test_a_file_that_is_not_utf_8_is_a_fault(tmp_path: Path) -> None:
    file = an_env_file(tmp_path, b"ATTUNE_BOT_NAME=\xff\xfe\n")
    assert faults_of({}, file) == (".env: is not UTF-8; save it as UTF-8",)


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    (fault,) = faults_of({}, tmp_path / ".env")
    assert fault == ".env: cannot be read (it is a folder); check who may"


def test_no_secret_shows_in_settings_or_in_a_fault() -> None:
    secrets = dict.fromkeys(SECRETS, "hush" * 10 + "hus")
    settings = load(secrets, None)
    assert settings.model_key == settings.master_key == SecretStr("hush" * 10 + "hus")
    assert "hush" not in repr(settings) + str(settings)
    with pytest.raises(SettingsFault) as caught:
        load(secrets | {"ATTUNE_BOT_NAME": "hush\n!"}, None)
    assert "hush" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_master_key_that_is_none_is_a_fault_beside_the_others() -> None:
    faults = faults_of({"ATTUNE_MASTER_KEY": "hush", "ATTUNE_LOG_LEVEL": "loud"})
    assert [fault.split(": ")[0] for fault in faults] == ["ATTUNE_MASTER_KEY", "ATTUNE_LOG_LEVEL"]
    assert faults[0].startswith("ATTUNE_MASTER_KEY: is not 32 bytes in base64; give ")


def test_a_list_is_written_with_commas() -> None:
    assert TypeAdapter(Names).validate_python(" a, b ,,c") == ("a", "b", "c")


def test_an_address_keeps_its_path_and_never_a_password() -> None:
    assert TypeAdapter(Urls).validate_python("http://h:1/v1,https://i") == (
        "http://h:1/v1",
        "https://i",
    )
    with pytest.raises(ValidationError, match="a host, a port and a path"):
        TypeAdapter(Urls).validate_python("http://h/v1,http://a:b@h/v1")


def test_names_and_keys_are_one_for_each_endpoint() -> None:
    two = {"ATTUNE_MODEL_URL": "http://a/v1,http://b/v1", "ATTUNE_MODEL_NAME": "m"}
    assert load(two | {"ATTUNE_MODEL_KEY": "k,"}, None).keys_of_models == ("k", "")
    faults = faults_of(two | {"ATTUNE_MODEL_NAME": "m,n,o", "ATTUNE_MODEL_KEY": "hush"})
    assert [fault.split(";")[0] for fault in faults] == [
        "ATTUNE_MODEL_NAME: names neither one model nor one for each endpoint",
        "ATTUNE_MODEL_KEY: holds not one key for each endpoint",
    ]


def test_a_database_with_a_password_is_never_shown() -> None:
    settings = load({"ATTUNE_DATABASE_URL": "postgres://u:hush@h/d"}, None)
    assert settings.database_url == "postgresql://u:hush@h/d"
    assert "hush" not in repr(settings) + str(settings)


def test_each_language_that_is_offered_can_be_set() -> None:
    assert get_args(LanguageCode) == LANGUAGES
    assert strings_of(Settings()) is ENGLISH
    german = house_of(Settings(language="de"), ())
    assert (german.strings.code, german.usual, german.language) == ("de", "de", "")


def test_settings_never_change() -> None:
    settings = load({}, None)
    with pytest.raises(ValueError, match="frozen"):
        settings.bot_name = "Other"
    assert settings.bot_name == "Attune"


def test_what_needs_another_setting_names_settings_that_there_are() -> None:
    named = {given for given, _ in NEEDS} | {one for _, needed in NEEDS for one in needed}
    assert named <= set(Settings.model_fields)
