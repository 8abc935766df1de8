"""Values in boxes are found by their keys, and a box that is written again holds nothing that nobody wants."""

from __future__ import annotations

from pathlib import Path

from sitegen.build.memory.boxes import Boxes
from sitegen.build.memory.memo import Memo

MANY = {f"schluessel-{number}": str(number).encode() for number in range(500)}


def memo_in(folder: Path) -> Memo:
    return Memo.open(folder, version="1", today=20_000)


def test_what_was_kept_is_found_by_the_next_build(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        Boxes(memo, "werte").keep(MANY, wanted=MANY)
        memo.save()
    with memo_in(tmp_path) as memo:
        boxes = Boxes(memo, "werte")
        assert {key: boxes.get(key) for key in MANY} == MANY
        assert boxes.get("nie gesehen") is None
        assert Boxes(memo, "anderes").get("schluessel-1") is None


def test_a_value_more_leaves_the_others_and_takes_out_what_nobody_wants(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        boxes = Boxes(memo, "werte")
        boxes.keep(MANY, wanted=MANY)
        gone = [*MANY][::2]
        rest = MANY.keys() - gone
        fresh = {f"neu-{number}": b"neu" for number in range(500)}  # some for every box
        boxes.keep(fresh, wanted=rest | fresh.keys())
        assert {key: boxes.get(key) for key in rest} == {key: MANY[key] for key in rest}
        assert {boxes.get(key) for key in gone} == {None}
        assert {boxes.get(key) for key in fresh} == {b"neu"}
