"""The page of the gallery: each piece with its pictures, and what is in them for who sees none."""

from gallery.pieces import FIRST_RUN, PIECES, Piece
from gallery.shots import KEPT, OUT

NAMES = {"console": "Terminal", "discord": "Discord", "matrix": "Matrix"}
HEAD = """# Gallery

Every piece people read, as it is now; `make gallery` renders it anew, this page too. Each is there for a phone in
light and a desktop in dark; `make gallery ARGS=all` takes the other two of each too, which are not in the repository.

- **Terminal**: what `attune chat` draws, by rich's own export.
- **Discord**: no Discord can be had here. This is a page laid out as its client does it, fed with the very JSON that the
  adapter sent to the tests' stand-in. Its type is Inter, not Discord's own.
- **Matrix**: a real client, [Hydrogen](https://github.com/element-hq/hydrogen-web), reading a real Synapse on which the
  bot talked. Hydrogen shows an edit as another message, so what stands at the end was said once more in a room of its
  own, in the same content; nobody joining it is shown. Element shows folds, which Hydrogen does not know.
"""


def drawn() -> list[str]:
    """Gives the platforms of which there are pictures."""
    return [one for one in NAMES if any(OUT.glob(f"{one}-*.png"))]


def page() -> str:
    """Gives the whole page."""
    return "\n".join((HEAD, *(_section(piece) for piece in (*PIECES, FIRST_RUN))))


def _section(piece: Piece) -> str:
    found = {one: _pictures(piece, one) for one in NAMES if _has(piece, one)}
    names = [NAMES[one] for one in found]
    rows = [
        f"| {' | '.join(names)} |",
        "|" + "---|" * len(names),
        f"| {' | '.join(found.values())} |",
    ]
    return f"\n## {piece.name.replace('-', ' ').capitalize()}\n\n{piece.alt}.\n\n" + "\n".join(rows)


def _has(piece: Piece, platform: str) -> bool:
    device, theme = KEPT[0]
    return (OUT / f"{platform}-{piece.name}-{device}-{theme}.png").exists()


def _pictures(piece: Piece, platform: str) -> str:
    return "<br>".join(
        f"![{piece.alt}, {NAMES[platform]} on a {device}]({platform}-{piece.name}-{device}-{theme}.png)"
        for device, theme in KEPT
    )


def write() -> None:
    """Writes the page beside its pictures."""
    (OUT / "README.md").write_text(page() + "\n", "utf-8")
