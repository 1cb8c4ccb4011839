"""What should be done. An Action is quick and recorded; an Ask is slow and only names ids.

The shell turns the platform actions into outbox rows, and the state actions into rows, in the
transaction of the decision. Each type is taken from its own module: this door lists none again.
"""

from typing import get_args

from bot.actions.observing import OfObserving
from bot.actions.of_impact import OfImpact
from bot.actions.of_importing import OfAnImport
from bot.actions.of_study import OfAStudy
from bot.actions.of_summaries import OfSummaries
from bot.actions.platform import PlatformAction
from bot.actions.state import StateAction

Action = PlatformAction | StateAction | OfSummaries | OfAnImport | OfObserving | OfImpact | OfAStudy
ACTIONS: tuple[type[Action], ...] = get_args(Action)
