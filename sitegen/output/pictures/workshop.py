"""Makes what is not in the store yet: variants of pictures, and pictures freed of metadata.

Several at a time, each in one thread (the codecs let go of Python's lock); vast ones one after another, so that memory
stays bounded. What comes out is the same for any number of workers.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.pictures.faults import Fault, PictureError
from sitegen.output.pictures.measure import measure_svg
from sitegen.output.pictures.opening import opened, orientation_of
from sitegen.output.pictures.plain_jpeg import plain_size
from sitegen.output.pictures.store import Kept, Store
from sitegen.output.pictures.strip import stripped
from sitegen.output.pictures.tasks import SVG, UNSTRIPPABLE, Task
from sitegen.output.pictures.variants import Made, encodable, make

_VAST: Final = 24_000_000
"""Pixels; a larger picture is worked on alone."""
_MOST_WORKERS: Final = 8

ENDINGS: Final = {"jpeg": "jpg"}

Step = Callable[[int, int], None]


def make_all(tasks: Sequence[Task], store: Store, step: Step) -> dict[str, Kept]:
    """What became of each picture, by key; `step` is told how many are done, of how many."""
    from concurrent.futures import ThreadPoolExecutor, as_completed

    done: dict[str, Kept] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, in English; what is damaged is a finding
        vast = [task for task in tasks if _is_vast(task.path)]
        light = [task for task in tasks if task not in vast]
        with ThreadPoolExecutor(min(_MOST_WORKERS, os.cpu_count() or 1)) as pool:
            futures = {pool.submit(make_one, task, store): task.key for task in light}
            for future in as_completed(futures):
                done[futures[future]] = future.result()
                step(len(done), len(tasks))
        for task in vast:
            done[task.key] = make_one(task, store)
            step(len(done), len(tasks))
    return done


def _is_vast(path: Path) -> bool:
    try:
        width, height = plain_size(path) or _size_of(path)
    except PictureError:
        return False
    return width * height > _VAST


def _size_of(path: Path) -> tuple[int, int]:
    with opened(path) as picture:
        return picture.size


def make_one(task: Task, store: Store) -> Kept:
    """Make one picture and keep it; a fault of the picture is kept as well."""
    try:
        if task.path.suffix.lower() == SVG:
            kept = _drawing(task.path, store)
        elif task.recipe is None:
            kept = _bare(task.path, store)
        else:
            recipe = msgspec.structs.replace(task.recipe, formats=encodable(task.recipe.formats))
            kept = _variants(task.path, make(task.path, recipe), store)
            lacking = tuple(sorted(set(task.recipe.formats) - set(recipe.formats)))
            kept = msgspec.structs.replace(kept, lacking=lacking)
    except PictureError as error:
        if error.fault is Fault.NO_HEIC:
            return Kept(fault=error.fault.value)
        kept = Kept(fault=error.fault.value)
    return store.keep(task.key, kept)


def _variants(path: Path, made: Made, store: Store) -> Kept:
    if not made.variants:
        return msgspec.structs.replace(_bare(path, store), width=made.width, height=made.height, tint=made.tint)
    files = tuple(
        store.file(one.content, ENDINGS.get(one.format, one.format), width=one.width, height=one.height)
        for one in made.variants
    )
    return Kept(width=made.width, height=made.height, tint=made.tint, variants=files)


def _bare(path: Path, store: Store) -> Kept:
    """The picture without metadata; the file itself where there are none."""
    orientation = 1
    if not plain_size(path):
        with opened(path) as picture:
            orientation = orientation_of(picture)
            if path.suffix.lower() in UNSTRIPPABLE and not picture.getexif() and "xmp" not in picture.info:
                return Kept()
    content = path.read_bytes()
    bare = stripped(content, orientation=orientation)
    if bare is None:
        raise PictureError(Fault.UNREADABLE)
    return Kept(instead=None if bare == content else store.file(bare, path.suffix.lower().removeprefix(".")))


def _drawing(path: Path, store: Store) -> Kept:
    from sitegen.output.pictures.svg import clean_svg

    content = path.read_bytes()
    clean = clean_svg(content)
    size = measure_svg(clean.content)
    return Kept(
        width=size.width,
        height=size.height,
        instead=None if clean.content == content else store.file(clean.content, "svg"),
        was_active=clean.was_active,
    )
