"""How the parts are put together: from settings to a store, a model, a companion."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import structlog
from sqlalchemy import URL

from adapters.calibration import calibrating
from adapters.cli import weights
from adapters.cli.house import house_of
from adapters.cli.models import age_check_of, judge_of, models_of
from adapters.cli.origin import with_origin
from adapters.cli.watched import Watched
from bot.audit import Act
from bot.clock import host_time
from bot.engine import Engine
from bot.engine.auditing import note_policy, noted
from bot.engine.reply_inputs import Manner
from bot.engine.restored import restored_mark
from bot.engine.shell import Parts
from bot.errors import ClassifierError, MigrationNeeded, VaultError
from bot.folder import check_whole
from bot.model.classifier import LocalClassifier
from bot.model.judge import Judge
from bot.ports import Chat, Clock, Model, Store, Vault
from bot.settings import Settings
from bot.store.database import is_postgres
from bot.store.migrate import Ahead, Current, is_used, migrate, state
from bot.store.store import open_store
from bot.tasks import ended, start
from bot.vault import FileVault, MasterKey, keys_exist, master_keys
from bot.withdrawal import wish_in

if TYPE_CHECKING:
    from adapters.kit.age_check import HttpAgeCheck

log = structlog.get_logger()
BURST = timedelta(seconds=1.5)
KEYS_FILE = "keys.db"
MASTER_FILE = "master.key"


@dataclass(frozen=True, slots=True)
class Around:
    """What an engine stands between: a platform, an open store and vault, and a clock."""

    chat: Chat
    store: Store
    vault: Vault
    clock: Clock


class How(TypedDict, total=False):
    """How a companion runs: whether a script talks to it, and what measures it."""

    is_script: bool
    measured: Watched | None


def database_url(settings: Settings) -> str:
    """Gives the address of the database."""
    if is_postgres(settings.database_url):
        return settings.database_url
    return _sqlite(settings.database_file)


def keys_url(settings: Settings) -> str:
    """Gives the address of the keys, which stand apart from the data: on PostgreSQL a schema."""
    if is_postgres(settings.database_url):
        return settings.database_url
    return _sqlite(keys_file(settings))


def _sqlite(file: Path) -> str:
    return URL.create("sqlite+aiosqlite", database=str(file)).render_as_string()


def keys_file(settings: Settings) -> Path:
    """Gives the file of the keys."""
    return settings.database_file.with_name(KEYS_FILE)


async def open_vault(settings: Settings) -> FileVault:
    """Opens the keys; makes a master key only if there are no keys yet. Raises VaultError."""
    check_whole(settings.data_folder)
    has_keys = await asyncio.to_thread(keys_exist, keys_url(settings))
    if not has_keys and await asyncio.to_thread(is_used, database_url(settings)):
        raise VaultError(
            "There is a database, but its keys are gone. Restore keys.db and master.key from a "
            "backup, or move the database away to begin anew."
        )
    return await FileVault.open(keys_url(settings), *masters_of(settings, keys_exist=has_keys))


def masters_of(settings: Settings, *, keys_exist: bool = True) -> tuple[MasterKey, ...]:
    """Gives the master keys, newest first; makes one only if no keys exist. Raises VaultError."""
    secret = settings.master_key.get_secret_value() if settings.master_key else None
    return master_keys(secret, settings.data_folder / MASTER_FILE, keys_exist=keys_exist)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[tuple[Store, Vault]]:
    """Opens keys and database, and lets go of both at the end."""
    vault = await open_vault(settings)
    try:
        store = await open_store(database_url(settings), vault, settings.data_folder)
        try:
            yield store, vault
        finally:
            await store.close()
    finally:
        await vault.close()


async def recorded(settings: Settings, act: Act) -> None:
    """Records an act of the operator's, where there is a database of this version."""
    if isinstance(await asyncio.to_thread(state, database_url(settings)), Current):
        async with opened(settings) as (store, _):
            await noted(store, act, host_time())


def ready_schema(settings: Settings) -> str | None:
    """Brings the database to this program's schema, and names the copy made before, if any."""
    found = state(database_url(settings))
    if isinstance(found, Current):
        return None
    if isinstance(found, Ahead):
        raise MigrationNeeded("A newer Attune made this database. Use that version.")
    return migrate(database_url(settings), settings.data_folder)


@asynccontextmanager
async def classifying(*, is_awaited: bool) -> AsyncIterator[LocalClassifier | None]:
    """Gives the classifier of the crisis floor, loaded in the background or awaited.

    None if this version has none: then patterns read alone, as `doctor` says.
    """
    if not weights.has_classifier():
        yield None
        return
    classifier = LocalClassifier(weights.FOLDER)
    beginning = start(_begun(classifier), "classifier")
    try:
        if is_awaited:
            await beginning
        yield classifier
    finally:
        await ended(beginning)
        await classifier.close()


async def _begun(classifier: LocalClassifier) -> None:
    try:
        await classifier.begin()
    except ClassifierError as failure:
        log.warning("no classifier: patterns alone read for a life at risk", why=str(failure))


def manner_of(settings: Settings) -> Manner:
    """Gives how the operator set up the voice."""
    room = settings.model_context_tokens, settings.model_reply_tokens
    return Manner(settings.persona, *room)


@asynccontextmanager
async def running(
    settings: Settings, chat: Chat, clock: Clock, **how: Unpack[How]
) -> AsyncIterator[Engine]:
    """Runs a companion on one platform: what was open is finished first.

    Messages of one person within 1.5 s are answered by one reply, except in a script.
    """
    async with (
        opened(settings) as kept,
        companion(settings, Around(chat, *kept, clock), **how) as one,
    ):
        yield one


@asynccontextmanager
async def companion(
    settings: Settings, around: Around, **how: Unpack[How]
) -> AsyncIterator[Engine]:
    """Runs a companion over a store and a vault that are open already."""
    is_script, measured = how.get("is_script", False), how.get("measured") or Watched()
    around = replace(around, store=measured.over(around.store))
    await asyncio.to_thread(wish_in, "hello")  # spells the languages out before anybody waits
    models, judge, ages = models_of(settings), judge_of(settings), age_check_of(settings)
    asked = Judge(judge, settings.judge_seconds) if judge is not None else None
    house = house_of(settings, models, judge).after(await restored_mark(around.store))
    house = await with_origin(house, settings, around.store, around.clock)
    house = house if is_script else replace(house, burst=BURST)
    await note_policy(around.store, house.policy, around.clock.now())
    of = (around.chat, models, around.store, around.vault, around.clock)
    async with _closed(models, judge, ages), classifying(is_awaited=is_script) as classifier:
        parts = Parts(*of, asked, classifier, age_check=ages, meter=measured.meter)
        one = Engine(parts, house, manner_of(settings))
        answering = measured.answering(one, around.store, around.clock)
        async with tended(one), calibrating(settings, asked), answering:
            yield one


@asynccontextmanager
async def _closed(
    models: tuple[Model, ...], *others: "Model | HttpAgeCheck | None"
) -> AsyncIterator[None]:
    """Closes the models, the judge and the age check at the end."""
    try:
        yield
    finally:
        for each in (*models, *(one for one in others if one is not None)):
            await each.close()


@asynccontextmanager
async def tended(one: Engine) -> AsyncIterator[None]:
    """Finishes what was open, then does the due tasks every minute, until shutdown."""
    try:
        await one.recover()
        await one.run_due()
        tending = start(one.tend(), "tend")
        try:
            yield
        finally:
            await ended(tending)
    finally:
        await one.close()
