"""How many questions a reply may hold: the same for who decides it and for who writes it. Pure."""

from collections.abc import Mapping

from bot.actions.ask import Ask
from bot.levels import question_budget
from bot.records import ConversationRow
from bot.repair import may_ask, standing
from bot.rupture import Rupture
from bot.snapshot.talk import corrections_of


def budget(ask: Ask, talk: ConversationRow, style: Mapping[str, str], kind: Rupture | None) -> int:
    """Gives how many questions the reply to an ask may hold.

    Args:
        style: what its person set by command.
        kind: how the reply landed wrong that this one mends.
    """
    may = may_ask(kind) and not talk.only_question and not ask.asks_nothing
    may = may and style.get("questions") != "no-questions"
    may = may and Rupture.TOO_MANY_QUESTIONS not in carried(talk)
    return question_budget(ask.level, ask.stance, may_ask=may)


def carried(talk: ConversationRow) -> tuple[Rupture, ...]:
    """Gives the kinds of the repairs that hold in a conversation, the newest last."""
    return standing(tuple(Rupture(kind) for _, kind in corrections_of(talk)))
