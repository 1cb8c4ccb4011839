"""One run at the console: each typed line is obeyed, and a script line waits for what it caused."""

from collections.abc import Awaitable, Callable

from adapters.console.chat import Console
from adapters.console.lines import Mistyped, Typed, read, span, unknown
from adapters.console.shown import Did, ShownAction
from adapters.console.speaker import Deed, Speaker
from bot.errors import AttuneError
from bot.events import Event, Outcome

_DEEDS: dict[str, Callable[[Speaker, str], Deed | None]] = {
    "say": Speaker.say,
    "reply": Speaker.reply,
    "edit": Speaker.edit,
    "delete": Speaker.delete,
    "react": Speaker.react,
    "unreact": Speaker.unreact,
    "choose": Speaker.choose,
    "command": Speaker.command,
}


class Session:
    """Drives lines into the core.

    Args:
        handle: returns after the decision's commit, or when it could not be made.
        settled: returns when everything that was caused so far is done.
        run_due: does what the clock says is due.
    """

    def __init__(
        self,
        console: Console,
        handle: Callable[[Event], Awaitable[Outcome]],
        settled: Callable[[], Awaitable[None]],
        run_due: Callable[[], Awaitable[None]],
    ) -> None:
        self.console = console
        self.speaker = Speaker(console)
        self._handle = handle
        self._settled = settled
        self._run_due = run_due

    async def line(self, text: str, *, waits: bool = True) -> bool:
        """Does what the line says; False when it says to leave. A fault is shown, not raised."""
        try:
            typed = read(text)
            while typed is not None and typed.word == "go":
                typed, waits = read(typed.rest), False
            return typed is None or await self._obey(typed, waits=waits)
        except Mistyped as fault:
            self._tell("error", fault.why(self.console.said))
            return True
        except AttuneError as error:
            self._tell("error", str(error))
            return True

    async def finish(self) -> None:
        """Waits for everything that was caused, at the end of a script."""
        await self._settled()

    async def _obey(self, typed: Typed, *, waits: bool) -> bool:
        match typed.word:
            case "quit":
                return False
            case "help":
                self._tell("say", self.console.said.help)
            case "as":
                self.console.seat.give_to(typed.rest)
            case "room":
                self.console.seat.move(typed.rest)
            case "clock":
                await self._move_clock(typed.rest)
            case _:
                await self._do(typed)
                if waits:
                    await self._settled()
        return True

    async def _do(self, typed: Typed) -> None:
        does = _DEEDS.get(typed.word)
        if does is None:
            raise unknown(typed.word)
        deed = does(self.speaker, typed.rest)
        if deed is not None and await self._handle(deed.event) is Outcome.DECIDED:
            self.console.show(deed.seen)

    async def _move_clock(self, rest: str) -> None:
        self.console.clock.forward(span(rest))
        await self._run_due()
        await self._settled()

    def _tell(self, do: Did, text: str) -> None:
        seat = self.console.seat
        self.console.show(
            ShownAction(
                do=do,
                id=None,
                room=seat.place,
                to=seat.name,
                text=text,
                choices=[],
                reply_to=None,
            )
        )
