"""The behaviour suite on Discord, at the wire, against a stand-in that holds every request."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

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
from tests.platforms.discord_scene import on_discord


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[Driver]:
    async with on_discord(tmp_path) as driver:
        yield driver
