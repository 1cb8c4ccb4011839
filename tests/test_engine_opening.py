"""How a reply begins to show: held a moment, by a placeholder, or at once; by a loop that jumps."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

from bot.capabilities import Growth
from bot.engine.answer import Answering
from bot.engine.codec import Shown, dump, load_ask, load_shown
from bot.engine.opening import Opening
from bot.engine.reply_inputs import Facts, facts_in
from bot.engine.workbench import Workbench
from bot.errors import ModelCutOff, ModelError
from bot.ids import MessageId, SendKey
from bot.ports import Unit
from bot.records import AskRow, OutboxRow
from bot.strings import ENGLISH
from bot.tasks import start
from bot.words import Draft, Outgoing, Prompt, Stage
from tests.fake_chat import FakeChat
from tests.jumping_loop import at_once, seconds
from tests.scene import ADA, AT, DIRECT
from tests.test_engine_parts import ASK, Stand

HELD = Growth(hold_s=1.0)
PLACED = Growth(hold_s=1.0, placeholder_s=2.0, anew_s=60.0)
COMING = ENGLISH.replies.coming
Step = float | str | ModelError


class TimedModel:
    """Says pieces, and lets seconds pass between them."""

    host: str | None = None

    def __init__(self, *steps: Step) -> None:
        self.steps = steps

    async def stream(self, _prompt: Prompt) -> AsyncIterator[Draft]:
        for step in self.steps:
            if isinstance(step, float):
                await asyncio.sleep(step)
            elif isinstance(step, ModelError):
                raise step
            else:
                yield Draft(step)

    async def close(self) -> None:
        return None


class TimedChat(FakeChat):
    """Notes when each call came, and how far the message had come."""

    def __init__(self, stand: Stand, growth: Growth) -> None:
        super().__init__(stand.clock.now, growth=growth)
        self.calls: list[tuple[float, str]] = []

    def _tell(self, line: str) -> None:
        super()._tell(line)
        self.calls.append((seconds(), line))


@dataclass
class Scene:
    """One message, and the reply to it."""

    model: TimedModel
    growth: Growth = PLACED
    crisis: str = ""
    stand: Stand = field(default_factory=Stand)
    chat: TimedChat = field(init=False)
    row: AskRow = field(init=False)

    def __post_init__(self) -> None:
        self.chat = self.stand.chat = TimedChat(self.stand, self.growth)
        self.stand.clock.at = AT
        heard = self.chat.hear(DIRECT.room, ADA, "The launch slips to Monday.")
        ask = replace(ASK, rupture=None, stance=None, message=heard, crisis=self.crisis)
        self.row = replace(self.stand.row, body=dump(ask))

    def bench(self) -> Workbench:
        bench = self.stand.bench()
        return replace(bench, models=(self.model,), chat=self.chat)

    async def facts(self) -> Facts:
        ask = load_ask(self.row.body)

        async def read(unit: Unit) -> Facts:
            return await facts_in(unit, self.stand.names, self.row, ask)

        return await self.stand.store.reading(read)

    async def answer(self) -> list[tuple[float, str]]:
        """Answers as a decision made just now is answered."""
        await self.stand.put(self.row)
        await Answering(self.bench(), _sent).answer(self.row, await self.facts())
        return self.chat.calls

    async def resume(self) -> list[tuple[float, str]]:
        """Answers as an ask is answered that an earlier process left."""
        (row,) = await self.stand.store.sweep(AskRow)
        await Answering(self.bench(), _sent).answer(row)
        return self.chat.calls

    def standing(self) -> list[str]:
        return [post.text for post in self.chat.posts(DIRECT.room) if post.by is None]


async def _sent(_rows: tuple[OutboxRow, ...]) -> None:
    """Sends nothing."""


async def _yes() -> bool:
    return True


def calls_of(scene: Scene) -> list[tuple[float, str]]:
    return at_once(scene.answer)


def test_a_reply_that_is_complete_within_a_second_is_one_message_and_nothing_after_it() -> None:
    scene = Scene(TimedModel("It slips. Tell ", 0.2, "them first."))
    assert calls_of(scene) == [(0.2, "r1> It slips. Tell them first.")]
    assert scene.chat.post(MessageId("r1")).reply_to == MessageId("u1")


def test_the_first_words_are_held_for_one_second_and_no_longer() -> None:
    scene = Scene(TimedModel("It slips. Tell ", 5.0, "them first."))
    assert calls_of(scene) == [(1.0, "r1> It slips."), (5.0, "r1+> It slips. Tell them first.")]


def test_where_words_show_live_nothing_is_ever_due_beside_them() -> None:
    async def left() -> float | None:
        stand = Stand()
        opening = Opening(stand.writer(), Growth(), _yes, True, 0.0, 0.0)
        return opening.left_s()

    assert at_once(left) is None


def test_words_that_show_live_are_not_held() -> None:
    scene = Scene(TimedModel("It slips. Tell ", 5.0, "them first."), Growth())
    assert calls_of(scene)[0][0] == 0.0


def test_what_answers_a_life_at_risk_is_not_held() -> None:
    scene = Scene(TimedModel(0.3, "I am here. Tell ", 5.0, "me more."), HELD, crisis="elevated")
    at, words = calls_of(scene)[0]
    assert at == 0.3
    assert "I am here." in words


def test_a_reply_without_words_for_two_seconds_has_a_placeholder_that_becomes_it() -> None:
    scene = Scene(TimedModel(7.0, "It slips. ", "Tell them first."))
    told = calls_of(scene)
    assert told[0] == (2.0, f"r1> {COMING}")
    assert [at for at, _ in told[1:]] == [7.0] * len(told[1:])
    assert scene.standing() == ["It slips. Tell them first."]


def test_no_placeholder_stands_beside_words_that_are_held() -> None:
    scene = Scene(TimedModel(1.9, "It slips. Tell ", 0.05, "them first."))
    assert calls_of(scene) == [(1.95, "r1> It slips. Tell them first.")]
    late = Scene(TimedModel(1.9, "It slips. Tell ", 5.0, "them first."))
    assert calls_of(late)[0] == (2.0, "r1> It slips.")


def test_words_that_come_too_late_for_an_edit_to_tell_of_them_are_a_new_message() -> None:
    scene = Scene(TimedModel(70.0, "It slips."))

    async def answer() -> list[tuple[float, str]]:
        scene.stand.clock.pass_by(seconds=70)
        return await scene.answer()

    assert at_once(answer) == [
        (2.0, f"r1> {COMING}"),
        (70.0, "r2> It slips."),
        (70.0, "r1 deleted"),
    ]


def test_a_failed_reply_says_so_in_its_placeholder_with_its_choice_in_one_call() -> None:
    scene = Scene(TimedModel(4.0, ModelCutOff("cut off")))
    told = calls_of(scene)
    again = ENGLISH.replies.try_again
    assert told == [(2.0, f"r1> {COMING}"), (4.0, f"r1=> {ENGLISH.failures.cut_off} [{again}]")]


def test_held_words_of_a_reply_that_is_cut_off_are_shown_with_the_choice_at_once() -> None:
    scene = Scene(TimedModel("It slips. Tell ", 0.1, ModelCutOff("cut off")))
    again = ENGLISH.replies.try_again
    cut = ENGLISH.replies.cut_off
    assert calls_of(scene) == [(0.1, f"r1> It slips.\n\n{cut} [{again}]")]


async def _stop(scene: Scene) -> None:
    await scene.stand.put(replace(scene.row, state="stopped"))


def test_of_a_reply_that_is_stopped_while_it_is_held_nothing_is_shown() -> None:
    scene = Scene(TimedModel("It slips. Tell ", 0.1, "them first."))

    async def stopped() -> list[tuple[float, str]]:
        asyncio.get_running_loop().call_later(0.05, _soon, scene)
        return await scene.answer()

    assert at_once(stopped) == []
    assert scene.standing() == []


def test_the_placeholder_of_a_stopped_reply_is_deleted() -> None:
    scene = Scene(TimedModel(7.0, "It slips."))

    async def stopped() -> list[tuple[float, str]]:
        asyncio.get_running_loop().call_later(3.0, _soon, scene)
        return await scene.answer()

    assert [line for _, line in at_once(stopped)] == [f"r1> {COMING}", "r1 deleted"]


def _soon(scene: Scene) -> None:
    start(_stop(scene), "stop")


def test_a_later_process_takes_the_placeholder_of_a_killed_one_up() -> None:
    scene = Scene(TimedModel("It slips."))

    async def resumed() -> list[tuple[float, str]]:
        key = SendKey(f"{scene.row.key}:reply:00")
        made = await scene.chat.say(Outgoing(key, DIRECT.room, COMING, stage=Stage.PLACEHOLDER))
        await scene.stand.put(replace(scene.row, shown=dump(Shown((), made))))
        return await scene.resume()

    at_once(resumed)
    assert scene.standing() == ["It slips."]


def test_a_placeholder_whose_id_was_not_stored_becomes_the_reply_too() -> None:
    scene = Scene(TimedModel("It slips."))

    async def resumed() -> list[tuple[float, str]]:
        writer = scene.bench().writer(scene.row, ASK)
        new = Outgoing(writer.key_of(scene.row), DIRECT.room, COMING, stage=Stage.PLACEHOLDER)
        await scene.chat.say(new)
        await scene.stand.put(scene.row)
        return await scene.resume()

    at_once(resumed)
    assert scene.standing() == ["It slips."]


def test_a_placeholder_that_outlived_its_words_is_deleted_by_the_next_process() -> None:
    scene = Scene(TimedModel("It slips."))

    async def resumed() -> list[tuple[float, str]]:
        old = await scene.chat.say(Outgoing(SendKey("p"), DIRECT.room, COMING))
        new = await scene.chat.say(Outgoing(SendKey("r"), DIRECT.room, "It"))
        await scene.stand.put(replace(scene.row, shown=dump(Shown((new,), old))))
        return await scene.resume()

    at_once(resumed)
    assert scene.standing() == ["It slips."]


def test_a_placeholder_is_stored_with_its_reply_and_each_can_be_stopped() -> None:
    shown = Shown((MessageId("r2"),), MessageId("r1"))
    assert load_shown(dump(shown)) == shown
    assert shown.every == (MessageId("r2"), MessageId("r1"))
    assert load_shown('{"messages": ["r2"]}') == Shown((MessageId("r2"),))
