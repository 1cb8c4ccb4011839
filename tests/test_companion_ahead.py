"""What a unit of work asks for is read in one look: a message costs few statements."""

from pathlib import Path

from tests.statements import of_one_message


async def test_a_message_asks_for_keys_once_a_unit_of_work_and_for_little_else(
    tmp_path: Path,
) -> None:
    asked = await of_one_message(tmp_path)
    units = sum(one.startswith("BEGIN") for one in asked.every) - asked.of_keys
    assert asked.of_keys == units
    assert len(asked.every) <= 32
