"""What should be done. An Action is quick and recorded; an Ask is slow and only names ids.

The shell turns the platform actions into outbox rows, and the state actions into rows, in the
transaction of the decision.
"""

from typing import get_args

from bot.actions.ask import Ask
from bot.actions.platform import Delete, PlatformAction, React, Replace, Say
from bot.actions.state import (
    AnswerCard,
    AskAge,
    ClearReports,
    ConsentState,
    DropPreference,
    EmptyTray,
    Erase,
    EraseElsewhere,
    ForgetReplies,
    Freeze,
    HoldEpisode,
    KeepInTray,
    KeepPreference,
    MarkUnder18,
    PauseUntil,
    PutBack,
    RaiseEpoch,
    RecordConsent,
    RememberPerson,
    Report,
    SetCeiling,
    SetCrisisLine,
    SetEmojis,
    SetIgnored,
    SetListening,
    SetStance,
    SetStyle,
    StateAction,
    StopReplies,
    TouchConversation,
    Unfreeze,
    Unlearn,
)
from bot.choices import Choice

Action = PlatformAction | StateAction
ACTIONS: tuple[type[Action], ...] = get_args(Action)

__all__ = [
    "ACTIONS",
    "Action",
    "AnswerCard",
    "Ask",
    "AskAge",
    "Choice",
    "ClearReports",
    "ConsentState",
    "Delete",
    "DropPreference",
    "EmptyTray",
    "Erase",
    "EraseElsewhere",
    "ForgetReplies",
    "Freeze",
    "HoldEpisode",
    "KeepInTray",
    "KeepPreference",
    "MarkUnder18",
    "PauseUntil",
    "PlatformAction",
    "PutBack",
    "RaiseEpoch",
    "React",
    "RecordConsent",
    "RememberPerson",
    "Replace",
    "Report",
    "Say",
    "SetCeiling",
    "SetCrisisLine",
    "SetEmojis",
    "SetIgnored",
    "SetListening",
    "SetStance",
    "SetStyle",
    "StateAction",
    "StopReplies",
    "TouchConversation",
    "Unfreeze",
    "Unlearn",
]
