"""Who is asked: the models in their order, the judge, and the operator's own age check."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.cli import weights
from bot.model.offline import OfflineModel
from bot.model.situations import hearing
from bot.ports import Model
from bot.settings import Settings
from bot.strings import ENGLISH

if TYPE_CHECKING:
    from adapters.kit.age_check import HttpAgeCheck
    from bot.model.remote import Endpoint, RemoteModel

SLOWEST_S = 300.0  # a model in here may read a long conversation for so long before it speaks
STRINGS = ENGLISH  # in which the demonstration voice answers where nothing says another


def models_of(settings: Settings) -> tuple[Model, ...]:
    """Gives the configured models in order, or the offline one if there are none."""
    if not (settings.model_file or settings.model_url):
        return (OfflineModel(STRINGS, hearing(weights.FOLDER)),)
    from bot.model.remote import RemoteModel  # its library takes most of a second to load

    here = (_in_here(settings, settings.model_file),) if settings.model_file else ()
    return (*here, *map(RemoteModel, endpoints(settings)))


def _in_here(settings: Settings, file: Path) -> Model:
    """Gives the model of a file. Raises SettingsFault where it cannot be one."""
    from adapters.local import serving, threads
    from adapters.local.model import LocalModel

    context, count = settings.model_context_tokens, threads.best(settings.data_folder, file)
    asked = _endpoint(settings, "", file.stem)
    patient = max(settings.model_first_token_seconds, SLOWEST_S)
    total = max(settings.model_total_seconds, 3 * patient)
    asked = replace(asked, first_token_s=patient, total_s=total)
    return LocalModel(partial(serving.serve, serving.checked(file), count, context), asked)


def endpoints(settings: Settings) -> "tuple[Endpoint, ...]":
    """Gives the configured endpoints, each with its own key and no other's."""
    urls, names, keys = settings.model_url, settings.model_name, settings.keys_of_models
    return tuple(
        _endpoint(settings, url, names[place % len(names)], keys[place] if keys else "")
        for place, url in enumerate(urls)
    )


def _endpoint(settings: Settings, url: str, name: str, key: str = "") -> "Endpoint":
    from bot.model.remote import Endpoint

    return Endpoint(
        url=url,
        name=name,
        key=key,
        token_parameter=settings.model_token_parameter,
        max_tokens=settings.model_reply_tokens,
        temperature=settings.model_temperature,
        first_token_s=settings.model_first_token_seconds,
        between_tokens_s=settings.model_between_tokens_seconds,
        total_s=settings.model_total_seconds,
    )


def judge_of(settings: Settings) -> "RemoteModel | None":
    """Gives the endpoint of the judge, or None."""
    if not settings.judge_url:
        return None
    from bot.model.remote import Endpoint, RemoteModel

    key = settings.judge_key.get_secret_value() if settings.judge_key else ""
    wait = settings.judge_seconds
    asked = Endpoint(settings.judge_url, settings.judge_name, key, max_tokens=4, temperature=0)
    return RemoteModel(replace(asked, first_token_s=wait, between_tokens_s=wait, total_s=wait))


def age_check_of(settings: Settings) -> "HttpAgeCheck | None":
    """Gives the operator's own age check, or None."""
    if not settings.age_check:
        return None
    from adapters.kit.age_check import HttpAgeCheck

    key = settings.age_check_key.get_secret_value() if settings.age_check_key else ""
    how = settings.age_check_seconds, settings.age_check_ids
    return HttpAgeCheck(settings.age_check, key, *how)
