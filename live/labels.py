"""Sheets of a run for two readers who do not see each other's, and what their labels come to.

python -m live.labels sheets FOLDER   writes the sheets of the run that is kept
python -m live.labels join ONE TWO    puts the labels of two folders side by side, in live/labelled
python -m live.labels                 tells what they come to

A sheet has a heading, tabs, what is to be judged, what it stood in, and an empty label. Of a
finding a reader says `right`, `half` (something was wrong, but it took the wrong part or too much)
or `wrong` (nothing had to go). Of a sentence that was shown, `holds` or the rule that it breaks.
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from adapters.evaluation.figures import with_interval
from bot.text.sentences import Kind, split
from live import talks
from live.measures import without_lead
from live.playing import Reply, kept_run

FOLDER = Path(__file__).with_name("labelled")
SEED = 21
FINDINGS, RELEASED = 200, 300
SHEETS = ("findings.tsv", "released.tsv")
HOLDS = "holds"
VERDICTS = ("right", "half", "wrong")
BREAKS = (
    *("flattery", "capitulation", "hook", "feeling", "question", "boilerplate", "lecture"),
    *("distance", "refusal", "romance", "human", "parrot", "danger", "stance", "language", "false"),
    *("echo", "repeat", "nonsense"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to judge, with all that a reader needs for it."""

    number: int
    talk: str
    manner: str  # level, and stance where one is set
    said: str = field(repr=False)
    reply: str = field(repr=False)
    sentence: str = field(repr=False)
    flag: str = ""  # what a finding says of it
    label: str = ""
    other: str = ""  # the second reader's


def findings(replies: Sequence[Reply], most: int = FINDINGS) -> list[Row]:
    """Gives the findings of a run, or as many of them as are asked for, in an order of chance."""
    rows = [
        Row(0, one.talk, _manner(one), one.said, _drafts(one), found["sentence"], found["flag"])
        for one in replies
        for found in one.findings
    ]
    return _chosen(rows, most)


def released(replies: Sequence[Reply], most: int = RELEASED) -> list[Row]:
    """Gives the sentences that were shown, or as many as are asked for, in an order of chance."""
    rows = [
        Row(0, one.talk, _manner(one), one.said, without_lead(one.shown), sentence.text)
        for one in replies
        for sentence in split(without_lead(one.shown))
        if sentence.kind is Kind.PROSE and any(map(str.isalpha, sentence.text))
    ]
    return _chosen(rows, most)


def _manner(reply: Reply) -> str:
    every = {one.name: one.lines for one in talks.read(talks.FILE.read_text("utf-8"))}
    first = (every.get(reply.talk) or ("",))[0]
    stance = first.removeprefix("/attune ") if first.startswith("/attune ") else ""
    return f"{reply.level} {stance}".strip()


def _drafts(reply: Reply) -> str:
    return "\n---\n".join(one["text"] for one in reply.drafts)


def _chosen(rows: list[Row], most: int) -> list[Row]:
    random.Random(SEED).shuffle(rows)
    return [replace(one, number=number) for number, one in enumerate(rows[:most], 1)]


def write(rows: Iterable[Row], file: Path) -> None:
    """Writes a sheet."""
    names = [one.name for one in fields(Row)]
    with file.open("w", encoding="utf-8", newline="") as opened:
        sheet = csv.writer(opened, "excel-tab", lineterminator="\n")
        sheet.writerow(names)
        sheet.writerows([getattr(one, name) for name in names] for one in rows)


def read(file: Path) -> list[Row]:
    """Gives the rows of a sheet. Raises ValueError, which names the row with a faulty label."""
    with file.open(encoding="utf-8", newline="") as opened:
        given = csv.DictReader(opened, dialect="excel-tab")
        texts = [one.name for one in fields(Row)][1:]
        rows = [Row(int(row["number"]), *(str(row[name]) for name in texts)) for row in given]
    known = VERDICTS if rows and rows[0].flag else (HOLDS, *BREAKS)
    for row in rows:
        if not {row.label, row.other} - {""} <= set(known):
            raise ValueError(f"{file.name}, row {row.number}: a label is one of {', '.join(known)}")
    return rows


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Gives how far two readers agree beyond chance (Cohen 1960); 1 where both say one thing."""
    of = len(pairs)
    agreed = sum(one == other for one, other in pairs) / of
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(count * others[label] for label, count in ones.items()) / of**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def joined(first: Sequence[Row], second: Sequence[Row]) -> list[Row]:
    """Gives the rows with both readers' labels. Raises ValueError for sheets of different runs."""
    pairs = list(zip(first, second, strict=False))
    if len(first) != len(second) or any(one.sentence != other.sentence for one, other in pairs):
        raise ValueError("the two sheets are not of one run")
    return [replace(one, other=other.label) for one, other in pairs]


def figures(name: str, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Gives what two readers say of a sheet: each one's share, both's, and how far they agree."""
    rows = [one for one in rows if one.label and one.other]
    if not rows:
        return [(name, "not labelled")]
    good = VERDICTS[0] if rows[0].flag else HOLDS
    bad = [(one.label != good, one.other != good) for one in rows]
    counts = {
        "first reader": sum(one for one, _ in bad),
        "second reader": sum(other for _, other in bad),
        "both": sum(one and other for one, other in bad),
        "either": sum(one or other for one, other in bad),
    }
    agreed = kappa([(str(one), str(other)) for one, other in bad])
    kinds = Counter(label for row in rows for label in (row.label, row.other) if label != good)
    what = "wrong or the wrong half" if rows[0].flag else "breaks a rule"
    return [
        (name, str(len(rows))),
        *((f"{what}, {who}", with_interval(count, len(rows))) for who, count in counts.items()),
        ("agreement", with_interval(sum(one == other for one, other in bad), len(rows))),
        ("kappa", f"{agreed:.2f}"),
        *((f"  {label}", f"{count} marks") for label, count in kinds.most_common()),
    ]


def main(words: list[str]) -> None:
    """Writes sheets, joins those of two readers, or tells what the labels come to."""
    match words:
        case ["sheets", folder]:
            made = Path(folder)
            made.mkdir(parents=True, exist_ok=True)
            run = kept_run()
            write(findings(run), made / "findings.tsv")
            write(released(run), made / "released.tsv")
        case ["join", one, other]:
            FOLDER.mkdir(exist_ok=True)
            for name in SHEETS:
                write(joined(read(Path(one) / name), read(Path(other) / name)), FOLDER / name)
        case []:
            for name in SHEETS:
                for what, value in figures(name.removesuffix(".tsv"), read(FOLDER / name)):
                    print(f"{what:44} {value}")
        case _:
            raise SystemExit("python -m live.labels [sheets FOLDER | join ONE TWO]")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (OSError, ValueError) as wrong:
        print(wrong, file=sys.stderr)
        raise SystemExit(2) from None
