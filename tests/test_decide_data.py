"""Data: what is listed, and the two files of an export, which hold what may be read there."""

import json
from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.commands.values import DataDeed
from bot.decide.data import data
from bot.export.carried import carried
from bot.export.everything import Everything, KeptIn
from bot.ids import Scope, SpaceId
from bot.records import Owner, StyleRow
from bot.snapshot import CommandSnapshot
from tests.scene import ADA, AT, commands, known

HERE = Scope(SpaceId("dm"), ADA)
KEPT = (KeptIn(HERE, AT, (StyleRow(Owner("o"), "length", value="shorter"),)),)


@pytest.mark.parametrize("direct", [True, False])
def test_an_export_is_a_document_then_a_page_and_says_what_it_covers(*, direct: bool) -> None:
    state = replace(known(direct=direct), kept=KEPT)
    event = commands("data export")
    (say,) = data(DataDeed.EXPORT, event, state.as_kind(CommandSnapshot))
    assert isinstance(say, Say)
    document, page = say.files
    assert [document.name, page.name] == [
        f"attune-data-2031-05-04.{end}" for end in ("json", "html")
    ]
    read = json.loads(document.text)
    assert (read["person"], read["run_by"]) == (ADA, "Ada")
    assert read["covers"] == ("everything" if direct else "place")
    assert read["carried"] == carried(Everything(ADA, AT, KEPT))
    assert page.is_page
    assert say.to == ADA
