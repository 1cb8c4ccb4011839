"""The behaviour suite on Matrix, on a real homeserver, in plain and in encrypted rooms.

All of it, in both kinds of room, is for `make proof`; every time runs what a platform can break:
each thing a driver can do stands in at least one of these, and the floor in more.
"""

import itertools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.matrix import sync
from bot.store.database import sqlite
from tests.behaviour import *  # noqa: F403
from tests.behaviour_announced import *  # noqa: F403
from tests.behaviour_asked import *  # noqa: F403
from tests.behaviour_audited import *  # noqa: F403
from tests.behaviour_boundaries import *  # noqa: F403
from tests.behaviour_cards import *  # noqa: F403
from tests.behaviour_continuity import *  # noqa: F403
from tests.behaviour_data import *  # noqa: F403
from tests.behaviour_drafts import *  # noqa: F403
from tests.behaviour_edits import *  # noqa: F403
from tests.behaviour_emojis import *  # noqa: F403
from tests.behaviour_held import *  # noqa: F403
from tests.behaviour_impact import *  # noqa: F403
from tests.behaviour_importing import *  # noqa: F403
from tests.behaviour_languages import *  # noqa: F403
from tests.behaviour_law import *  # noqa: F403
from tests.behaviour_mistyped import *  # noqa: F403
from tests.behaviour_noticed import *  # noqa: F403
from tests.behaviour_offered import *  # noqa: F403
from tests.behaviour_people import *  # noqa: F403
from tests.behaviour_private import *  # noqa: F403
from tests.behaviour_reach import *  # noqa: F403
from tests.behaviour_recall import *  # noqa: F403
from tests.behaviour_reports import *  # noqa: F403
from tests.behaviour_roles import *  # noqa: F403
from tests.behaviour_settings import *  # noqa: F403
from tests.behaviour_silences import *  # noqa: F403
from tests.behaviour_study import *  # noqa: F403
from tests.behaviour_summary import *  # noqa: F403
from tests.driver import Driver
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import HERE, Synapse

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
_numbers = itertools.count()

EVERY_TIME = """
    it_says_that_it_is_an_ai_once_and_answers
    nothing_changes_before_accept_and_only_ones_own_counts
    a_clear_wish_to_leave_counts_however_it_is_typed_and_in_a_shared_room
    an_edit_into_off_withdraws
    a_wrench_repairs_in_place_and_kinds_are_one_tap
    taking_it_back_restores_also_after_a_restart
    words_repair_below
    an_offer_goes_where_it_is_left_or_something_newer_is_said
    in_a_shared_room_only_the_emoji_of_who_edited_it_answers_again
    a_language_is_chosen_by_name_and_holds_everywhere_after_a_restart
    what_stands_behind_more_under_a_repaired_reply_is_picked_also_after_a_restart
    all_that_is_kept_anywhere_is_listed_and_erased_from_a_direct_message
    another_persons_emoji_and_taps_do_nothing
    off_while_it_writes_marks_what_was_shown
    a_deleted_message_is_in_no_prompt_and_its_reply_cannot_be_repaired
    nothing_said_elsewhere_or_by_others_reaches_the_model
    answers_to_commands_are_seen_by_one_person_only
    a_crisis_is_answered_at_every_level_and_in_every_state
    what_a_model_writes_is_words_and_no_number_no_claim_no_pose
    a_shared_room_sees_nothing_of_it_and_its_person_all
    what_may_be_about_a_life_raises_no_alarm_and_may_be_asked_about
    a_failure_is_one_plain_sentence_and_can_be_tried_again
    a_life_at_risk_is_answered_once_while_nothing_can_be_recorded
    a_crisis_in_a_direct_message_shows_in_no_shared_room
    who_is_an_admin_no_longer_sets_nothing_with_a_card_of_before
    what_writes_the_replies_is_said_once_before_the_first_reply_of_another
    the_line_of_a_crisis_goes_with_its_episode_or_when_its_person_takes_it
""".split()  # noqa: SIM905 - a name a line


async def test_what_runs_every_time_is_there() -> None:
    assert [name for name in EVERY_TIME if f"test_{name}" not in globals()] == []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs each behaviour in both kinds of room, and marks what waits for `make proof`."""
    if "d" not in metafunc.fixturenames:
        return
    is_often = metafunc.function.__name__.removeprefix("test_") in EVERY_TIME
    encrypted = pytest.param("encrypted", marks=() if is_often else pytest.mark.proof)
    plain = pytest.param("plain", marks=pytest.mark.proof)
    metafunc.parametrize("d", [plain, encrypted], indirect=True, scope="function")


@pytest_asyncio.fixture(loop_scope="module")
async def d(
    request: pytest.FixtureRequest, hs: Synapse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Driver]:
    monkeypatch.setattr(sync, "AGAIN_S", 0.5)  # what a test lets fail is waited for less long
    monkeypatch.setattr(sqlite, "PRAGMAS", ("busy_timeout=1000", *sqlite.PRAGMAS[1:]))
    (data := tmp_path / "data").mkdir()
    number = str(next(_numbers))
    driver = MatrixDriver(hs, data, request.param == "encrypted", suffix=number)
    await hs.register(f"attune{number}", PASSWORD)
    await driver.start()
    yield driver
    await driver.close()
