"""The command line as processes of their own, forked from one that has read the program once.

Every command is a real process with its own settings, folder and streams; only the seconds that an
interpreter needs to read the program, and the program for its words, are not spent at each of them.
python -m tests.warm SOCKET is the process that forks.
"""

import atexit
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TypedDict

LIMIT = 2**26  # of one line
LONGEST_S = 240
A_LINE_S = 1  # more for each line that is typed: a machine may be busy
ROOT = Path(__file__).parents[1]
Ran = subprocess.CompletedProcess[str]


class Order(TypedDict):
    """One command: its words, all of its environment, its folder, and files as its streams.

    Where no file is named it has its streams already; with no longest time it may run for ever.
    """

    words: tuple[str, ...]
    env: dict[str, str]
    cwd: str
    streams: list[str]
    longest_s: int


def attune(folder: Path, *words: str, lines: str = "", **settings: str) -> Ran:
    """Runs one command in that folder, with no setting but those given, and waits for its end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ATTUNE_")}
    wanted = {f"ATTUNE_{name.upper()}": value for name, value in settings.items()}
    env = clean | {"ATTUNE_DATA_FOLDER": str(folder / "data")} | wanted
    with tempfile.TemporaryDirectory() as name:
        streams = [str(Path(name) / one) for one in ("in", "out", "err")]
        Path(streams[0]).write_text(lines, "utf-8")
        longest_s = LONGEST_S + A_LINE_S * lines.count("\n")
        order = Order(words=words, env=env, cwd=str(folder), streams=streams, longest_s=longest_s)
        code = _asked(order)
        out, err = (Path(one).read_text("utf-8") for one in streams[1:])
    return subprocess.CompletedProcess(words, code, out, err)


def lived(folder: Path, *talks: str) -> str:
    """Makes a folder as it is after those talks, each a process; gives what they showed.

    They are held once in a process of tests: after that, what they left is copied.
    """
    left, shown = _after(talks)
    shutil.copytree(left, folder, dirs_exist_ok=True)
    return shown


@cache
def _after(talks: tuple[str, ...]) -> tuple[Path, str]:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ran = [attune(folder, "chat", lines=lines) for lines in talks]
    assert {one.returncode for one in ran} == {0}
    return folder, "".join(one.stdout for one in ran)


def _asked(order: Order) -> int:
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(forking_at())
        asking.sendall(json.dumps([order, ""]).encode())
        _, code = asking.makefile().read().split()  # its number comes first
    return int(code)


@cache
def forking_at() -> str:
    """Gives where the process listens that forks; it is begun when it is asked the first time."""
    folder = tempfile.TemporaryDirectory()
    where = str(Path(folder.name) / "fork")
    words = (sys.executable, "-m", "tests.warm", where)
    pipe = subprocess.PIPE
    env = os.environ | {"OPENBLAS_NUM_THREADS": "1"}  # what forks is to have one thread
    parent = subprocess.Popen(words, cwd=ROOT, env=env, stdin=pipe, stdout=pipe)
    atexit.register(folder.cleanup)
    atexit.register(parent.kill)
    assert parent.stdout is not None
    parent.stdout.readline()
    return where


# -- in the process that forks -----------------------------------------------------------------


def _forking(where: str) -> None:
    import onnxruntime  # noqa: F401 - what a command may read while it runs, this and all below

    import adapters.cli.doctor
    import adapters.cli.main
    import adapters.cli.patience
    import adapters.cli.running
    import adapters.discord.serve
    import adapters.evaluation.evaluate
    import adapters.evaluation.markers
    import adapters.evaluation.replay
    import adapters.matrix.serve
    import bot.model.remote  # noqa: F401
    from tests.read_ahead import read_ahead

    read_ahead()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # each child is waited for by its keeper
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(where)
        listening.listen()
        print(flush=True)
        while sys.stdin not in select.select((listening, sys.stdin), (), ())[0]:  # its end
            asking, _ = listening.accept()
            if os.fork() == 0:
                _keep(asking, adapters.cli.main.run)
            asking.close()


def _keep(asking: socket.socket, run: Callable[[], None]) -> None:
    """Begins what is asked for, tells its number, waits for its end and tells its exit code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said, streams, _, _ = socket.recv_fds(asking, LIMIT, 3)
    order, rule = json.loads(said)
    if (child := os.fork()) == 0:
        asking.close()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os._exit(as_a_command(order, partial(_breaking, rule, run)))
    for stream in streams:
        os.close(stream)
    asking.sendall(f"{child}\n".encode())
    _, status = os.waitpid(child, 0)
    asking.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _breaking(rule: str, run: Callable[[], None]) -> None:
    """Runs it with that rule broken, where one is named."""
    if rule:
        from tests.platforms.broken import RULES

        RULES[rule]()
    run()


def as_a_command(order: Order, run: Callable[[], None]) -> int:
    """Runs a command as an interpreter of its own would, and gives its exit code."""
    try:
        _become(order)
        run()
    except SystemExit as end:
        return _code(end)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _code(end: SystemExit) -> int:
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    print(end.code, file=sys.stderr)
    return 1


def _become(order: Order) -> None:
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    sys.argv = ["attune", *order["words"]]
    for number, name in enumerate(order["streams"]):
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT
        os.dup2(os.open(name, flags), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
    sys.stdout, sys.stderr = (
        open(number, "w", buffering, encoding="utf-8", closefd=False)  # noqa: SIM115
        for number, buffering in ((1, -1), (2, 1))
    )
    signal.alarm(order["longest_s"])


if __name__ == "__main__":
    _forking(sys.argv[1])
