"""The tree of errors is the one drawn at its top."""

import inspect
import re

import pytest

from bot import errors
from bot.errors import AttuneError, ModelError, SettingsFault, StoreError

DRAWN = re.compile(r"^(?P<indent>[│├└─ ]*)(?P<name>[A-Z]\w+)(?:$|\s{2,}\S)", re.MULTILINE)
ALL = [each for _, each in inspect.getmembers(errors, inspect.isclass)]


def drawn() -> dict[str, str]:
    """Gives each drawn error's name with its parent's: by how far it is indented."""
    above: list[tuple[int, str]] = [(-1, "Exception")]
    parents = {}
    for line in DRAWN.finditer(inspect.getdoc(errors) or ""):
        depth, name = len(line["indent"]), line["name"]
        above = [each for each in above if each[0] < depth]
        parents[name] = above[-1][1]
        above.append((depth, name))
    return parents


def test_the_tree_is_as_it_is_drawn() -> None:
    assert {each.__name__: each.__bases__[0].__name__ for each in ALL} == drawn()


@pytest.mark.parametrize("error", ALL)
def test_every_error_is_told_to_somebody(error: type[Exception]) -> None:
    assert issubclass(error, AttuneError)
    assert (error.__doc__ or "").split()[0] in {"Is", "Says", "Carries"}


def test_a_fault_of_the_settings_carries_and_says_every_fault() -> None:
    faults = ("A is missing. Set it.", "B is no number. Set one.")
    raised = SettingsFault(faults)
    assert (raised.faults, str(raised)) == (faults, "\n".join(faults))


def test_a_failing_model_is_no_failing_store() -> None:
    assert not issubclass(ModelError, StoreError)
