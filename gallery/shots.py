"""What is to be pictured: a page, on a device, in a theme; and the browser that does it."""

import json
import shutil
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from tests.platforms.install import node, npm

Theme = Literal["light", "dark"]
CLIENT = Path(__file__).parent / "client"
OUT = Path(__file__).parents[1] / "docs" / "gallery"
DEVICES = {"phone": (390, 720), "desktop": (820, 640)}
# Which are taken: each of these two is looked at by somebody else than the other.
KEPT: tuple[tuple[str, Theme], ...] = (("phone", "light"), ("desktop", "dark"))
REST: tuple[tuple[str, Theme], ...] = (("phone", "dark"), ("desktop", "light"))


@dataclass(frozen=True)
class Shot:
    """One picture.

    Args:
        url: the page.
        opens: what is clicked before it is taken, as a selector; empty for nothing.
        fits: whether its height is that of what it shows; else that of the device.
    """

    name: str
    device: str
    theme: Theme
    url: str
    opens: str = ""
    fits: bool = True

    @property
    def file(self) -> Path:
        """Where it goes."""
        return OUT / f"{self.name}-{self.device}-{self.theme}.png"


def every(name: str, *, is_whole: bool = False) -> list[tuple[str, str, Theme]]:
    """Gives the name on each device and theme that is kept in the repository, or on all."""
    return [(name, device, theme) for device, theme in (KEPT + REST if is_whole else KEPT)]


def installed() -> None:
    """Installs what the lock file of the pictures' client says, and finds a browser."""
    if shutil.which("chromium") is None:
        raise SystemExit("Pictures need Chromium: apt-get install chromium fonts-noto-color-emoji")
    words = [*(npm() or []), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    there, lock = CLIENT / "node_modules" / ".package-lock.json", CLIENT / "package-lock.json"
    if not there.exists() or there.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run(words, cwd=CLIENT, check=True)


def taken(shots: list[Shot], folder: Path) -> None:
    """Takes all pictures in one run of the browser."""
    OUT.mkdir(parents=True, exist_ok=True)
    listed = folder / "shots.json"
    asked = [asdict(one) | {"file": str(one.file), "size": DEVICES[one.device]} for one in shots]
    listed.write_text(json.dumps({"browser": shutil.which("chromium"), "shots": asked}), "utf-8")
    subprocess.run([str(node()), "shoot.mjs", str(listed)], cwd=CLIENT, check=True)
