"""What comes of the file of a comment: read and rendered once, and remembered by its bytes. Never looks for files."""

from __future__ import annotations

import msgspec

from sitegen.build.memory.memo import Memo, key_of
from sitegen.model.comments.file import CommentRead, read_comment
from sitegen.model.comments.text import Rendered, rendered


class CommentMade(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one file, as it is remembered."""

    read: CommentRead
    text: Rendered = Rendered()


def remembered(raws: dict[str, bytes], memo: Memo) -> list[CommentMade]:
    """What comes of each file, in their order; each state of a file is read once."""
    keys = {path: key_of(path, raw) for path, raw in raws.items()}
    known = memo.get_many("comment", keys.values(), type=CommentMade)
    for path, key in keys.items():
        if key not in known:
            known[key] = made_of(path, raws[path])
            memo.put("comment", key, known[key])
    return [known[key] for key in keys.values()]


def made_of(path: str, raw: bytes) -> CommentMade:
    """Read and render one file."""
    read = read_comment(path, raw)
    return CommentMade(read=read, text=rendered(read.value.text) if read.value else Rendered())
