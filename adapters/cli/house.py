"""What settings say of an installation: the house of its decisions and cards, and its language."""

from datetime import timedelta

from bot.consent import policy_version
from bot.duties import Duties, duties_of
from bot.making import Making
from bot.model.offline import OfflineModel
from bot.ports import Model
from bot.settings import Settings
from bot.snapshot import Guards, House
from bot.strings import ENGLISH, Strings


def strings_of(settings: Settings) -> Strings:
    """Gives what people read of whom no language is known."""
    return ENGLISH.to(settings.language)


def house_of(settings: Settings, models: tuple[Model, ...], judge: Model | None = None) -> House:
    """Gives the settings of this installation that decisions and cards need."""
    every = (*models, *((judge,) if judge is not None else ()))
    hosts = tuple(dict.fromkeys(model.host for model in every if model.host))
    looks = (judge.host if judge is not None else "") or ""
    return House(
        policy=policy_version(hosts, looks),
        hosts=hosts,
        bot_name=settings.bot_name,
        operator=settings.operator_name,
        contact=settings.operator_contact,
        gap=timedelta(minutes=settings.conversation_gap_minutes),
        guards=_guards_of(settings),
        has_set_words=any(isinstance(one, OfflineModel) for one in models),
        judge=looks,
        making=making_of(settings, models),
        duties=duties_in(settings),
        strings=strings_of(settings),
    )


def making_of(settings: Settings, models: tuple[Model, ...]) -> Making:
    """Gives what writes the replies: each model by its name alone, and the hosts it is asked at."""
    here = (settings.model_file.stem,) if settings.model_file else ()
    there = settings.model_name if settings.model_url else ()
    hosts = dict.fromkeys(model.host for model in models if model.host)
    return Making(tuple(dict.fromkeys((*here, *there))), tuple(hosts))


def _guards_of(settings: Settings) -> Guards:
    times = settings.waiting_replies, settings.messages_per_minute
    return Guards(*times, settings.tokens_per_day, settings.replies_per_space)


def duties_in(settings: Settings) -> Duties:
    """Gives what the laws ask that this installation keeps."""
    has_age_check = bool(settings.age_check)
    return duties_of(settings.law, settings.minors, has_age_check=has_age_check)
