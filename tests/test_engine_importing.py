"""A file that a person brings: read at the console, kept until its card is answered."""

from pathlib import Path

from adapters.console.brought import file_at
from bot.actions.of_importing import ForgetBrought, KeepBrought
from bot.choices import decode, encode
from bot.choices.of_importing import CarryOver
from bot.commands.of_data import Import, NoFile
from bot.commands.table_of_data import brought
from bot.decide import Decision
from bot.decide.joining import Kind
from bot.engine.apply import Applying, apply
from bot.engine.apply.importing import forget_brought, keep_brought
from bot.engine.pseudonyms import Pseudonyms
from bot.export.taking_in import MOST_BYTES, Wrong
from bot.ids import Scope
from bot.ports import Unit
from bot.records import BroughtRow
from bot.snapshot import Snapshot
from bot.strings import ENGLISH, OFFERED
from bot.strings.importing import Importing
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, commands


def test_a_file_is_read_where_it_lies_and_nothing_else_is(tmp_path: Path) -> None:
    path = tmp_path / "my export.json"
    path.write_bytes(b"{}")
    assert file_at(str(path)) == file_at(f'"{path}"') == b"{}"
    assert file_at("") is NoFile.NONE
    for other in (tmp_path, "/dev/zero", tmp_path / "none", "\x00", "x" * 5000, "~nobody-here/x"):
        assert file_at(str(other)) is NoFile.UNREADABLE


def test_of_a_file_that_is_too_large_one_byte_too_many_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * (3 * MOST_BYTES))
    found = file_at(str(path))
    assert isinstance(found, bytes)
    assert len(found) == MOST_BYTES + 1


def test_the_command_takes_what_was_typed_after_it_as_it_was() -> None:
    assert brought({"file": " My File.json "}) == Import("My File.json")
    assert brought({}) == Import()


async def test_one_file_waits_in_a_scope_and_is_gone_once_its_card_is_answered() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    owner = names.scope(Scope(DIRECT.space, ADA))

    async def work(unit: Unit) -> None:
        applying = Applying(unit, names, commands("import x"), Snapshot(HOUSE))
        await keep_brought(applying, KeepBrought("a", "{}"))
        await apply(applying, Decision((KeepBrought("b", "[]"),)))
        assert await unit.find(BroughtRow, owner) == (BroughtRow(owner, "b", AT, "[]"),)
        await forget_brought(applying, ForgetBrought("b"))
        assert await unit.find(BroughtRow, owner) == ()

    await store.deciding(names.person(ADA), work)


def test_each_kind_and_each_fault_has_its_words_in_every_language() -> None:
    for code in OFFERED:
        said = ENGLISH.to(code).importing
        assert isinstance(said, Importing)
        assert said.kinds.keys() == {kind.value for kind in Kind}
        assert said.wrong.keys() == {*(one.value for one in Wrong), *(one.value for one in NoFile)}
        assert "{where}" in said.wrong[Wrong.FORM]


def test_a_tap_names_the_file_and_no_word_of_it() -> None:
    assert CarryOver("k", 3) == decode(encode(CarryOver("k", 3)))
