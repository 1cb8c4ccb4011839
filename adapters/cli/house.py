"""What settings say of an installation: the house of its decisions and cards, and its language."""

from dataclasses import replace
from datetime import timedelta

from adapters.discord.capabilities import SERVER
from bot.consent import policy_version
from bot.duties import Duties, duties_of
from bot.house_rules import RULES
from bot.made import Maker, Origin, cleaned
from bot.making import Making
from bot.model.offline import OfflineModel
from bot.ports import Model
from bot.settings import Settings
from bot.snapshot import Guards, House
from bot.strings import ENGLISH, Strings

DISCORD = "Discord"  # its servers can do all that any setting needs


def strings_of(settings: Settings) -> Strings:
    """Gives what people read of whom no language is known."""
    return ENGLISH.to(settings.language)


def house_of(settings: Settings, models: tuple[Model, ...], judge: Model | None = None) -> House:
    """Gives the settings of this installation that decisions and cards need."""
    hosts = _hosts_of(models if judge is None else (*models, judge))
    looks = (judge.host if judge is not None else "") or ""
    return House(
        policy=policy_version(hosts, looks),
        hosts=hosts,
        bot_name=settings.bot_name,
        operator=settings.operator_name,
        contact=settings.operator_contact,
        published=(settings.protocol_url, settings.privacy_url),
        gap=timedelta(minutes=settings.conversation_gap_minutes),
        guards=_guards_of(settings),
        has_set_words=any(isinstance(one, OfflineModel) for one in models),
        judge=looks,
        duties=duties_in(settings),
        making=making_of(makers_of(settings), models),
        origin=Origin(makers_of(settings)),
        strings=strings_of(settings),
        settings_on={one.name: DISCORD for one in RULES if one.needs(SERVER)},
    )


def _hosts_of(models: tuple[Model, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(model.host for model in models if model.host))


def makers_of(settings: Settings) -> tuple[Maker, ...]:
    """Gives what the settings name, in the order in which it is asked: the file, then endpoints."""
    names = settings.model_name
    here = (settings.model_file.stem,) if settings.model_file else ()
    there = (names[place % len(names)] for place, _ in enumerate(settings.model_url))
    every = tuple(Maker(cleaned(name)) for name in (*here, *there))
    return every or (Maker(is_model=False),)


def making_of(makers: tuple[Maker, ...], models: tuple[Model, ...]) -> Making:
    """Gives what writes the replies: each model by its name alone, and the hosts it is asked at."""
    names = dict.fromkeys(one.model for one in makers if one.is_model)
    hosts = dict.fromkeys(model.host for model in models if model.host)
    return Making(tuple(names), tuple(hosts))


def made_by(house: House, origin: Origin, weights: str) -> House:
    """Gives the house with what its replies are made with; people are told of changes by the same.

    Args:
        weights: the SHA-256 of the model's file, which is asked first; empty: not known.
    """
    first, *others = origin.makers
    origin = replace(origin, makers=(replace(first, weights=weights), *others))
    making = house.making and replace(house.making, weights=tuple(origin.weights.items()))
    return replace(house, origin=origin, making=making)


def _guards_of(settings: Settings) -> Guards:
    times = settings.waiting_replies, settings.messages_per_minute
    return Guards(*times, settings.tokens_per_day, settings.replies_per_space)


def duties_in(settings: Settings) -> Duties:
    """Gives what the laws ask that this installation keeps."""
    has_age_check = bool(settings.age_check)
    return duties_of(settings.law, settings.minors, has_age_check=has_age_check)
