"""Where the bands of leanings lie, and the governor's table: on made-up scores."""

import json
from math import log
from pathlib import Path

import pytest

from bot.governor.backing import SURE, VETO, WHOLE
from bot.governor.leanings import LEANINGS, Leanings
from bot.text.plain import plain
from training.replies import figures, kept, laid
from training.replies.kept import Kept, read

COUNT = 2_000


def leaning(**far: float) -> Leanings:
    return Leanings(tuple(far.get(name, 0.0) for name in LEANINGS))


def row(of: str, share: float, *labels: str, fold: int = 0, reply: str = "It is late.") -> Kept:
    lean = leaning(flattery=share, hook=share)
    return Kept(of, fold, "hello", reply, frozenset(labels), "", ((plain(reply), lean),))


def held(*, good: int = 200) -> list[Kept]:
    """Gives replies of a writer of ours: the bad ones from .3 on, the good ones below .6."""
    bad = [row("w", 0.3 + 0.7 * at / 100, "flattery", "hook") for at in range(100)]
    return bad + [row("w", 0.6 * at / good) for at in range(good)]


def ordinary() -> list[Leanings]:
    return [leaning(**dict.fromkeys(laid.WARMTH, 0.8 * at / COUNT)) for at in range(COUNT)]


def means(bands: laid.Bands, name: str, share: float) -> float:
    return kept.laid_out(leaning(**{name: share}), bands)[name]


def test_of_ordinary_talk_no_more_than_is_allowed_surely_leans_to_warmth() -> None:
    places = [[(at * 7 + 600 * n) % COUNT / COUNT for n in range(3)] for at in range(COUNT)]
    lines = [leaning(**dict(zip(laid.WARMTH, each, strict=True))) for each in places]
    bands = laid.bands(lines, [])
    sure = [any(means(bands, name, one[name]) >= SURE for name in laid.WARMTH) for one in lines]
    assert 0 < sum(sure) <= laid.ORDINARY * COUNT


def test_of_what_is_sure_nine_of_ten_are_bad_and_of_the_bad_hardly_one_is_vetoed() -> None:
    rows, bands = held(), laid.bands([], held())
    sure = [one for one in rows if means(bands, "flattery", one.loudest["flattery"]) >= SURE]
    assert sum("flattery" in one.labels for one in sure) >= laid.PRECISION * len(sure) > 0
    bad = [one for one in rows if "flattery" in one.labels]
    vetoed = [one for one in bad if means(bands, "flattery", one.loudest["flattery"]) < VETO]
    assert len(vetoed) <= (1 - laid.RECALL) * len(bad) + 1


def test_the_stricter_of_both_bounds_counts_and_public_labels_do_not() -> None:
    by_talk = laid.bands(ordinary(), held())["flattery"][3][0]
    assert by_talk > laid.bands([leaning()] * COUNT, held())["flattery"][3][0]
    public = [row("spiral", 0.99) for _ in range(500)]
    with_them = laid.bands(ordinary(), [*held(), *public])["flattery"]
    without = laid.bands(ordinary(), held())["flattery"]
    assert (with_them[1], with_them[3]) == (without[1], without[3])


def test_a_whole_reply_is_flagged_where_that_fits_its_labels_and_ordinary_talk_hardly() -> None:
    told = [row("spiral", 0.4 + at / 1000, "flattery") for at in range(100)]
    told += [row("spiral", at / 1000) for at in range(300)]
    bands = laid.bands([leaning()] * COUNT, [*held(), *told])
    flagged = [one for one in told if means(bands, "flattery", one.loudest["flattery"]) >= WHOLE]
    assert flagged == [one for one in told if one.labels]
    places = [leaning(flattery=at / COUNT) for at in range(COUNT)]
    bands = laid.bands(places, told)
    talk = sum(means(bands, "flattery", one["flattery"]) >= WHOLE for one in places)
    assert 0 < talk <= round(laid.FLAGGED / 3 * COUNT)


@pytest.mark.parametrize("rows", [[], held(), held(good=0), [row("w", 1.0, "hook")] * 30])
def test_the_bands_ascend_whatever_is_known(rows: list[Kept]) -> None:
    for knots in laid.bands(ordinary(), rows).values():
        lows, meant = zip(*knots, strict=True)
        assert list(lows) == sorted(set(lows))
        assert meant == (0.0, VETO, WHOLE, SURE, 1.0)


def test_what_folds_keep_is_read_again(tmp_path: Path) -> None:
    said, logit = ["it is late.", "you genius."], [[0.0] * 6, [log(9), *[-9.0] * 5]]
    told = {"of": "w", "fold": 1, "user": "hi", "reply": "It is late. You genius.",
            "labels": ["flattery"], "sentences": said, "logits": logit}  # fmt: skip
    file = tmp_path / "folds.jsonl"
    file.write_text(json.dumps(told) + "\n")
    (one,) = read(file)
    assert one.loudest["flattery"] == pytest.approx(0.9)
    assert one.loudest["hook"] == pytest.approx(0.5)
    assert (one.labels, one.note) == (frozenset({"flattery"}), "")
    assert read(tmp_path / "none") == ()


def test_the_table_has_rules_network_and_both_beside_flagging_everything() -> None:
    praise, dull = "What a great question!", "The lease ends in May."
    rows = [
        *(row("spiral", 0.95, "flattery", reply=praise, fold=at % 2) for at in range(10)),
        *(row("spiral", 0.01, reply=praise, fold=at % 2) for at in range(10)),
        *(row(name, 0.001, reply=dull, fold=at % 2) for name in kept.PEOPLE for at in range(40)),
        *(row("w", 0.9, "flattery", "hook", fold=at % 2) for at in range(40)),
        *(row("w", 0.01, fold=at % 2) for at in range(40)),
    ]
    lines = figures.table(rows)
    flattery = next(line for line in lines if line.startswith("spiral: flattery"))
    assert flattery.split()[5:] == [
        "20", "0.667", "(0.50", "1.00)", "1.000", "(1.00", "1.00)", "1.000", "(1.00", "1.00)",
        "0.667",
    ]  # fmt: skip
    assert [line.split()[-4:] for line in lines if "flag of warmth" in line] == [
        ["0.00%", "0.00%", "0.00%", "100%"]
    ] * 2
    assert lines[-1].split()[-5] == "40"


def test_a_score_counts_what_was_told_and_what_was_there() -> None:
    one = figures.score([True, True, False, False], [True, False, True, False])
    assert (one.precision, one.recall, one.f1) == (0.5, 0.5, 0.5)
    assert figures.score([False], [False]).f1 == 0.0
