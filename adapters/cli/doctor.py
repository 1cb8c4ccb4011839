"""`attune doctor`: checks this installation, and says for each fault what mends it.

The libraries of a platform or an endpoint are imported only if it is set, because that takes a
while.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from adapters.calibration import ABOUT, FLOORS, Figures, keep
from adapters.calibration.asking import measuring
from adapters.cli.checked import Checked
from adapters.cli.compose import database_url, keys_url, open_vault
from adapters.cli.hints import hints
from adapters.cli.models import age_check_of, judge_of, models_of
from adapters.cli.platforms import PLATFORMS
from adapters.cli.pulse import looked
from adapters.cli.retiring import closing_in, described
from bot.errors import AttuneError, ClassifierError, SettingsFault
from bot.logs import reason
from bot.model.judge import Judge
from bot.model.offline import OfflineModel
from bot.model.questions import QUESTIONS
from bot.ports import Model
from bot.settings import Settings
from bot.store.database import is_postgres
from bot.store.migrate import Ahead, Behind, Current, Fresh, is_used, state
from bot.vault import keys_exist

if TYPE_CHECKING:
    from bot.model.remote import RemoteModel


_NOT_ENGLISH = "Guten Abend, wie war der Tag bei euch?"  # the encoder of other languages reads it
_ENGLISH_ALONE = (
    "classifier: {why}; it reads English, and patterns alone read other languages for a life at "
    "risk. Install it anew."
)
_TOO_WEAK = (
    "judge: not good enough for all of it. Name a stronger or faster model in ATTUNE_JUDGE_NAME, "
    "or empty ATTUNE_JUDGE_URL"
)


_UNUSABLE = "{why}. Check who owns the data folder, and its disk."
_NO_AGE_CHECK = (
    "age check: gives no answer that docs/law.md knows. Mend what ATTUNE_AGE_CHECK names; until "
    "then what people say themselves counts"
)


async def examine(settings: Settings) -> AsyncIterator[Checked]:
    """Checks all that is set, and stores nothing but what the judge is worth."""
    yield Checked(True, "settings: every ATTUNE_ name is known and usable")
    yield _folders(settings)
    yield _serving(settings)
    yield await _keys(settings)
    yield _database(settings)
    async for checked in _closing(settings):
        yield checked
    yield await _classifier()
    async for checked in _models(settings):
        yield checked
    async for checked in age_checked(settings):
        yield checked
    for one in PLATFORMS:
        if one.is_set(settings):
            async for checked in one.examined(settings):
                yield checked
    for checked in hints(settings):
        yield checked


async def age_checked(settings: Settings) -> AsyncIterator[Checked]:
    """Asks the operator's age check about nobody, where there is one."""
    check = age_check_of(settings)
    if check is None:
        return
    try:
        if await check.works():
            yield Checked(True, "age check: answers as docs/law.md says")
        else:
            yield Checked(False, _NO_AGE_CHECK)
    finally:
        await check.close()


def _serving(settings: Settings) -> Checked:
    """Asks the serving process if it is alive; that none serves is no fault."""
    found = looked(settings.data_folder)
    return Checked(found.is_well or not found.is_there, f"serving: {found.what}")


def _folders(settings: Settings) -> Checked:
    kept = settings.data_folder
    found = next(each for each in (kept, *kept.parents) if each.exists())
    if not _takes(found):
        return Checked(False, "folders: the data folder cannot be used; mend ATTUNE_DATA_FOLDER")
    beside = settings.database_file.parent
    if not is_postgres(settings.database_url) and beside != kept and not beside.is_dir():
        return Checked(
            False, "folders: the database's folder is missing; make it or mend ATTUNE_DATABASE_URL"
        )
    return Checked(True, "folders: the data folder is there, or can be made")


def _takes(folder: Path) -> bool:
    """Says whether a folder can be made there: one is, and is taken away again."""
    try:  # rights alone do not tell: /proc and what is mounted to be read refuse root too
        with TemporaryDirectory(prefix=".attune-", dir=folder):
            return True
    except OSError:
        return False


async def _keys(settings: Settings) -> Checked:
    try:
        if not keys_exist(keys_url(settings)) and not is_used(database_url(settings)):
            return Checked(True, "keys: none yet; made at the first `attune chat`")
        vault = await open_vault(settings)
    except AttuneError as error:
        return Checked(False, f"keys: {error}")
    except OSError as error:
        return Checked(False, f"keys: {_UNUSABLE.format(why=reason(error))}")
    await vault.close()
    return Checked(True, "keys: the master key opens them")


def _database(settings: Settings) -> Checked:
    try:
        found = state(database_url(settings))
    except AttuneError as error:
        return Checked(False, f"database: {error}")
    except OSError as error:
        return Checked(False, f"database: {_UNUSABLE.format(why=reason(error))}")
    match found:
        case Current():
            return Checked(True, "database: its schema is the newest")
        case Fresh():
            return Checked(True, "database: none yet; made at the first `attune chat`")
        case Behind():
            return Checked(False, "database: an older schema; run `attune migrate`")
        case Ahead():
            return Checked(False, "database: made by a newer Attune; use that version")


async def _closing(settings: Settings) -> AsyncIterator[Checked]:
    """Says when it closes, where that is set and the data can be read."""
    try:
        closing = await closing_in(settings)
    except (AttuneError, OSError):
        return  # what is wrong with keys and database is said above
    if closing is not None:
        yield Checked(True, f"closing: {described(closing)}")


async def _classifier() -> Checked:
    from adapters.cli.weights import FOLDER, has_classifier
    from bot.model.classifier import described, loaded  # its runtime takes a while to load

    if not has_classifier():
        told = "classifier: none comes with this version; patterns alone read for a life at risk"
        return Checked(True, told)
    try:
        network = await asyncio.to_thread(loaded, FOLDER)
        await asyncio.to_thread(network.scores, _NOT_ENGLISH)
    except ClassifierError as failure:
        told = f"classifier: {failure}; patterns alone read for a life at risk. Install it anew."
        return Checked(False, told)
    if network.elsewhere is not None and network.elsewhere.fault:
        return Checked(False, _ENGLISH_ALONE.format(why=network.elsewhere.fault))
    return Checked(True, f"classifier: version {described(FOLDER)['version']} reads")


async def _models(settings: Settings) -> AsyncIterator[Checked]:
    for checked in await models(settings):
        yield checked
    judge = judge_of(settings)
    if judge is not None:
        async for checked in _judge(settings, judge):
            yield checked


async def models(settings: Settings) -> list[Checked]:
    """Says of each model, all asked at once, whether it answers and streams."""
    try:
        found = models_of(settings)
    except SettingsFault as fault:
        return [Checked(False, f"model: {one}") for one in fault.faults]
    return await asyncio.gather(*map(_model, found))


def not_answering(where: str, error: AttuneError) -> Checked:
    """Says that a model does not answer, and where to look."""
    return Checked(False, f"model at {where}: {error} Check ATTUNE_MODEL_URL and _KEY.")


async def _model(model: Model) -> Checked:
    if isinstance(model, OfflineModel):
        return Checked(True, "model: none configured, the demonstration voice answers")
    from adapters.local.model import LocalModel
    from bot.model.remote import RemoteModel

    assert isinstance(model, RemoteModel | LocalModel)
    try:
        await model.probe()
    except AttuneError as error:
        return not_answering(model.host, error) if model.host else _not_loaded(error)
    finally:
        await model.close()
    return Checked(True, f"model {f'at {model.host}' if model.host else 'in here'}: it streams")


def _not_loaded(error: AttuneError) -> Checked:
    return Checked(False, f"model in here: {error} Check ATTUNE_MODEL_FILE, or run attune local.")


async def _judge(settings: Settings, judge: "RemoteModel") -> AsyncIterator[Checked]:
    """Says whether the judge answers, and in one line each what it is worth at a question."""
    try:
        await judge.probe(must_stream=False)
        yield Checked(True, f"judge at {judge.host}: it answers")
        async for checked in _worth(settings, Judge(judge, settings.judge_seconds)):
            yield checked
    except AttuneError as error:
        yield Checked(False, f"judge at {judge.host}: {error} Check ATTUNE_JUDGE_URL and _KEY.")
    finally:
        await judge.close()


async def _worth(settings: Settings, judge: Judge) -> AsyncIterator[Checked]:
    found: dict[str, Figures] = {}
    async for name, figures in measuring(judge, QUESTIONS):
        found[name] = figures
        keep(settings, {name: figures})
        yield _measured(name, figures)
    if left := [ABOUT[name] for name in QUESTIONS if name not in found]:
        told = ", ".join(left)
        yield Checked(False, f"judge: not put to the test of {told}, as it was away or too slow")
    if left or not all(one.is_enough for one in found.values()):
        yield Checked(False, _TOO_WEAK)


def _measured(name: str, figures: Figures) -> Checked:
    if figures.is_enough:
        return Checked(True, f"judge, {ABOUT[name]}: {figures}")
    least, most = FLOORS[figures.each]
    floor = f"not asked about it, as {least} are to be caught and at most {most} cried wolf at"
    return Checked(False, f"judge, {ABOUT[name]}: {figures}; {floor}")
