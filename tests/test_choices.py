"""What a tap means is one typed value; one codec writes it, and reads what older releases wrote."""

import ast
import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from bot.choices import (
    AcceptOffer,
    AnswerAgain,
    AskToErase,
    Choice,
    ClearBoundaries,
    ClearHeld,
    ClearNoticed,
    ClearPeople,
    ConfirmCrisisLine,
    DeclineOffer,
    DeleteCrisisLine,
    DoneHeld,
    DropBoundary,
    DropCrisisLine,
    DropHeld,
    DropSomebody,
    DropSummary,
    DropUsed,
    EmptyReports,
    EraseEverywhere,
    EraseHeld,
    EraseHere,
    KeepAll,
    KeepOut,
    LeaveAnswer,
    NoticedBetter,
    NoticedFine,
    NoticedStop,
    NoticedWhy,
    NoticedWrong,
    Offer,
    PickHeld,
    PickNoticed,
    PickUsed,
    ReachSomebody,
    ReadCrisisText,
    ReadEverything,
    RefuseLine,
    RenewOffer,
    RepairAgain,
    RepairAs,
    ReportReply,
    SayAdult,
    SayUnder18,
    ShowBoundaries,
    ShowEveryKind,
    ShowFirstWords,
    ShowHeld,
    ShowHelp,
    ShowNoticed,
    ShowPeople,
    ShowUsed,
    ShowWeeks,
    SpeakIn,
    StayOn,
    StopNoticing,
    StopSummaries,
    TakeStance,
    TickOffer,
    TurnOff,
    UndoRepair,
    Unknown,
    WordLine,
    WriteAgain,
    codec,
    meaning_of,
    older,
    values_of,
)
from bot.choices.codec import decode, encode
from bot.choices.kinds import Meaning
from bot.choices.labels import of_label_alone, offers
from bot.choices.of_changes import GoOn, StayPlain, TakeExport
from bot.choices.of_data import ShowKept
from bot.choices.of_impact import LeaveAsItIs, LeaveImpact
from bot.choices.of_importing import LeaveBrought
from bot.choices.of_spaces import (
    AnswerSetUp,
    AuditAsFile,
    HearThreads,
    OfReports,
    OfRules,
    PickForRule,
    SetDeepest,
    SetRule,
    ShowRule,
    ShowRules,
    UndoRule,
)
from bot.choices.of_study import LeaveDay
from bot.choices.panel import (
    EndPause,
    Fold,
    Page,
    PauseFor,
    ReadAbout,
    TurnPage,
    WantLevel,
    WantStyle,
)
from bot.choices.traits import Traits
from bot.choices.values import language, level, term, tier
from bot.commands import Lasts, Term, Topic
from bot.crisis.signs.kinds import What, Who
from bot.crisis.tiers import Tier
from bot.layout.window import NO_VALUES, Values
from bot.levels import Level, Stance
from bot.lexicon import lexicon
from bot.markers import Marker
from bot.reach import Redraft
from bot.rupture import Rupture
from bot.strings import ENGLISH, Strings

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
OFFER = Offer(Level.WARM, Level.ATTUNED, Term(Lasts.TONIGHT), "v1", 4, NOON, "since")
OLD_OFFER = "warm tonight v1 4 2026-11-28T12:00:00+00:00 attuned since"
# Each form that a release before version 2 stored, and what it means.
OLDER: dict[str, Meaning] = {
    f"accept {OLD_OFFER}": AcceptOffer(OFFER),
    f"renew {OLD_OFFER}": RenewOffer(OFFER),
    "accept warm conversation v1 0 - warm -": AcceptOffer(
        Offer(Level.WARM, Level.WARM, Term(Lasts.CONVERSATION), "v1", 0)
    ),
    "accept ongoing 3 v1": AcceptOffer(Offer(Level.ONGOING, Level.ONGOING, Term(3), "v1")),
    "not-now attuned": DeclineOffer(Level.ATTUNED),
    "off": TurnOff(),
    "stay-on": StayOn(),
    "stance decide": TakeStance(Stance.DECIDE),
    "age-yes": SayUnder18(),
    "age-no": SayAdult(),
    "crisis-read concern another means": ReadCrisisText(Tier.CONCERN, Who.ANOTHER, What.MEANS),
    "crisis-read elevated self wish_dead Polish": ReadCrisisText(
        Tier.ELEVATED, Who.SELF, What.WISH_DEAD, "Polish"
    ),
    "crisis-away": DeleteCrisisLine(),
    "crisis-line https://example.org/n Night line, all week": ConfirmCrisisLine(
        "Night line, all week", "https://example.org/n"
    ),
    "leave-line": DropCrisisLine(),
    "report-it https://example.org/1": ReportReply("https://example.org/1"),
    "clear-reports": EmptyReports(),
    "erase-card": AskToErase(),
    "erase": EraseHere(),
    "erase-all": EraseEverywhere(),
    "keep": KeepAll(),
    "repair too many questions": RepairAs(Rupture.TOO_MANY_QUESTIONS),
    "more": ShowEveryKind(),
    "put-back": UndoRepair(),
    "what-changed": ShowFirstWords(),
    "retry": AnswerAgain(),
    "again 🔧 there cold": RepairAgain("🔧", True, Rupture.COLD),
    "again words below lost the thread": RepairAgain("words", False, Rupture.LOST_THE_THREAD),
    "again tap below ": RepairAgain("tap", False),
}
UNREADABLE = (
    "", "dance", "keep it", "accept", "accept warm", "accept deeper longest p",
    "accept warm forever p", f"accept {OLD_OFFER} more", "not-now", "not-now deep", "stance",
    "stance do it", "repair", "repair grumpy", "again", "again 🔧 there", "again 🔧 above cold",
    "again 🔧 there grumpy", "crisis-line", "report", "report-it", "report-it ", "unknown", "2:",
    "2:{}", "2:[]", "2:5", '2:{"is": "dance"}', '2:{"is": ["off"]}', '2:{"is": "repair"}',
    '2:{"is": "repair", "kind": "grumpy"}', '2:{"is": "off", "at": "noon"}', '3:{"is": "off"}',
    '2:{"is": "report-it", "link": null}', '2:{"is": "again", "by": "tap", "in_place": "no"}',
    '2:{"is": "accept", "offer": {"level": "warm"}}', '2:{"is": "page", "page": "secrets"}',
    '2:{"is": "pause", "hours": "8"}',
)  # fmt: skip


@pytest.mark.parametrize("stored", OLDER)
def test_what_an_older_release_stored_means_what_it_meant(stored: str) -> None:
    assert decode(stored) == older.read(stored) == OLDER[stored]


def test_every_form_that_an_older_release_stored_is_among_them() -> None:
    assert {one.traits.stored for one in OLDER.values()} == older.STORED


@pytest.mark.parametrize("means", OLDER.values(), ids=OLDER)
def test_what_is_stored_today_reads_as_it_was_written(means: Meaning) -> None:
    stored = encode(means)
    assert stored.startswith("2:")
    assert json.loads(stored[2:])["is"] == means.traits.stored
    assert decode(stored) == means


@pytest.mark.parametrize(
    "means",
    [
        ShowHelp(),
        *map(ShowHelp, Topic),
        *map(SetDeepest, Level),
        HearThreads(True),
        ShowRules(),
        ShowRule("deepest"),
        SetRule("deepest", '"plain"', 2),
        PickForRule("speaks-in", "only"),
        UndoRule("deepest", '"plain"', 2, datetime(2031, 5, 4, tzinfo=UTC)),
        AnswerSetUp("deepest", '"plain"'),
        AnswerSetUp("deepest", '"plain"', 3, datetime(2031, 5, 5, tzinfo=UTC)),
        AuditAsFile(),
        *map(TurnPage, Page),
        WantLevel(Level.ATTUNED),
        WantStyle("no-questions"),
        PauseFor(24),
        PauseFor(None),
        EndPause(),
        ReadEverything(OFFER),
        *map(ReadAbout, Fold),
        ReachSomebody("3"),
        *(WriteAgain("k", how) for how in Redraft),
        DropSomebody("3"),
        ClearPeople(is_sure=True),
        *map(NoticedWhy, Marker),
        NoticedWrong(Marker.WITHDRAWAL),
        NoticedFine(Marker.EXCLUSIVITY),
        NoticedStop(Marker.WITHDRAWAL),
        NoticedBetter(Marker.DISTRESS_LOOP),
        PickNoticed(Marker.FUNCTIONING),
        ShowNoticed(),
        ShowWeeks(),
        ClearNoticed(is_sure=True),
        StopNoticing(is_sure=True),
        TickOffer(
            Offer(
                Level.ATTUNED,
                Level.ATTUNED,
                Term(),
                "v1",
                notices=True,
                functioning=True,
                loops=True,
            ),
            renews=True,
        ),
    ],
)
def test_what_later_releases_offer_reads_as_it_was_written(means: Meaning) -> None:
    assert decode(encode(means)) == means


@pytest.mark.parametrize("stored", UNREADABLE)
def test_what_cannot_be_read_is_unknown_and_is_stored_as_it_was(stored: str) -> None:
    assert decode(stored) == Unknown(stored)
    assert encode(Unknown(stored)) == stored


@pytest.mark.parametrize(
    "stored",
    [
        "crisis-read",
        "crisis-read acute self None",
        "crisis-read odd self ending",
        "crisis-read acute self ending Klingon",
        '2:{"is": "crisis-read", "tier": "odd"}',
        '2:{"is": "crisis-read", "what": "dance", "who": "self"}',
    ],
)
def test_help_for_a_life_at_risk_that_cannot_be_read_is_the_gravest(stored: str) -> None:
    assert decode(stored) == ReadCrisisText(Tier.ACUTE, Who.SELF, What.ENDING)


def test_what_cannot_be_read_is_not_shown_where_it_is_printed() -> None:
    assert "dance" not in repr(Unknown("dance"))


def test_a_stored_name_is_one_kinds_alone_and_every_field_can_be_read() -> None:
    assert all(isinstance(kind.traits, Traits) for kind in get_args(Meaning))
    stored = [kind.traits.stored for kind in get_args(Meaning)]
    assert len(set(stored)) == len(stored)
    types = {one.type for kind in (*get_args(Meaning), Offer) for one in fields(kind)}
    assert types <= codec._READS.keys()


def test_a_blocked_person_may_take_away_refuse_or_lower_and_do_no_more() -> None:
    allowed = {kind for kind in get_args(Meaning) if kind.traits.is_for_blocked}
    ends = {TurnOff, StayOn, DeclineOffer, KeepAll, SayUnder18, DeleteCrisisLine, ReadCrisisText}
    ends |= {LeaveAnswer, LeaveBrought}
    looks = {ShowHelp, TurnPage, PauseFor, ReadAbout, ShowKept, LeaveImpact, LeaveAsItIs, LeaveDay}
    own = {DropBoundary, ClearBoundaries, ShowBoundaries, DropSummary, StopSummaries}
    own |= {WordLine, RefuseLine}
    listed = {DropSomebody, ClearPeople, ShowPeople}
    listed |= {ShowHeld, PickHeld, DropHeld, DoneHeld, ClearHeld, EraseHeld}
    erases = {AskToErase, EraseHere, EraseEverywhere}
    used = {ShowUsed, PickUsed, KeepOut, DropUsed}
    changes = {GoOn, StayPlain, TakeExport}
    noticed = {NoticedWhy, NoticedWrong, NoticedFine, NoticedStop, NoticedBetter}
    shown = {ShowNoticed, PickNoticed, ShowWeeks, ClearNoticed, StopNoticing}
    assert allowed == erases | ends | looks | own | listed | used | changes | noticed | shown


def test_a_new_kind_of_choice_is_for_no_blocked_person_and_for_everybody_else() -> None:
    assert Traits("new") == Traits("new", is_for_blocked=False, is_for_admins=False)


def test_what_changes_a_space_is_its_admins() -> None:
    theirs = {kind for kind in get_args(Meaning) if kind.traits.is_for_admins}
    rules = set(get_args(OfRules))
    alone = {ConfirmCrisisLine, SetDeepest, HearThreads, AuditAsFile}
    assert theirs == alone | rules | set(get_args(OfReports))


def test_a_label_finds_its_choice_and_says_nothing_itself() -> None:
    card = (Choice("Off", KeepAll()), Choice("Keep", EraseHere()))
    assert (meaning_of(card, "Off"), meaning_of(card, "off")) == (KeepAll(), None)
    assert (offers(card, EraseHere), offers(card, TurnOff | StayOn)) == (True, False)
    assert (of_label_alone("Off", ENGLISH), of_label_alone("Erase", ENGLISH)) == (TurnOff(), None)


def changed() -> Strings:
    """Gives strings of a later release, in which every label that holds alone has another text."""
    return replace(
        ENGLISH,
        consent=replace(ENGLISH.consent, off_tap="Leave"),
        replies=replace(ENGLISH.replies, try_again="Once more"),
        risk=replace(ENGLISH.risk, read="Read alone"),
    )


ALONE: dict[str, Meaning] = {
    "Off": TurnOff(),
    "Try again": AnswerAgain(),
    "Read privately": ReadCrisisText(),
}


@pytest.mark.parametrize(
    ("label", "later"),
    [("Off", "Leave"), ("Try again", "Once more"), ("Read privately", "Read alone")],
)
def test_a_label_of_a_release_before_reads_after_its_text_changed(label: str, later: str) -> None:
    assert of_label_alone(label, changed()) == of_label_alone(label, ENGLISH) == ALONE[label]
    assert of_label_alone(later, changed()) == ALONE[label]
    assert of_label_alone(later, ENGLISH) is None


def test_every_label_that_holds_alone_is_kept_for_later_releases() -> None:
    ever = lexicon("mul/labels").words
    now = {
        "off": ENGLISH.consent.off_tap,
        "try_again": ENGLISH.replies.try_again,
        "read_privately": ENGLISH.risk.read,
    }
    assert {name: label in ever[name] for name, label in now.items()} == dict.fromkeys(ever, True)
    every = [label for labels in ever.values() for label in labels]
    assert len(every) == len(set(every))


def test_only_the_codec_of_rows_writes_and_reads_what_a_choice_means() -> None:
    files = [path for path in (ROOT / "bot").rglob("*.py") if path.parent.name != "choices"]
    files += (ROOT / "adapters").rglob("*.py")
    doors = {"bot.choices.codec", "bot.choices.older", "decode", "encode"}
    reading = [path.name for path in files if doors & _taken(path)]
    assert reading == ["codec.py"]


def _taken(path: Path) -> set[str]:
    """Gives what a file takes from the choices: modules and names."""
    tree = ast.parse(path.read_text("utf-8"))
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in taken if (node.module or "").startswith("bot.choices")]
    return {str(node.module) for node in ours} | {one.name for node in ours for one in node.names}


@pytest.mark.parametrize(
    ("lasts", "word"),
    [(Lasts.CONVERSATION, "conversation"), (Lasts.TONIGHT, "tonight"), (3, "3")],
)
def test_a_term_is_stored_by_the_word_that_every_release_wrote(
    lasts: Lasts | int, word: str
) -> None:
    means = AcceptOffer(replace(OFFER, term=Term(lasts)))
    assert json.loads(encode(means).removeprefix("2:"))["offer"]["term"] == word
    assert decode(encode(means)) == means


def test_a_value_that_is_stored_by_name_is_refused_where_there_is_no_such_name() -> None:
    assert (level("warm"), tier("acute")) == (Level.WARM, Tier.ACUTE)
    assert (term("3"), language("Polish")) == (Term(3), "Polish")
    for read, name in ((level, "deep"), (tier, "odd"), (term, "ever"), (language, "Klingon")):
        with pytest.raises((LookupError, ValueError)):
            read(name)


# -- values ------------------------------------------------------------------------------------


def test_the_values_of_one_thing_are_told_from_the_other_choices_with_the_one_that_holds() -> None:
    levels = (Choice("Plain", WantLevel(Level.PLAIN)), Choice("Warm", WantLevel(Level.WARM), True))
    back = Choice("Back", TurnPage(Page.STATE))
    assert values_of((*levels, back)) == Values(("Plain", "Warm"), "Warm", "level")
    assert values_of((back, levels[0])) == Values(("Plain",), of="level")
    assert values_of((back,)) == values_of(()) == NO_VALUES
    other = Choice("Shorter", WantStyle("shorter"))
    assert values_of((*levels, other)).labels == ("Plain", "Warm")


def test_what_is_a_value_out_of_a_list_is_named_here_too() -> None:
    values = {kind for kind in get_args(Meaning) if kind.traits.is_value}
    told = {SetDeepest, WantLevel, WantStyle, PauseFor, SpeakIn, TakeStance}
    assert values == told | {PickUsed, PickHeld, ShowRule, SetRule}
