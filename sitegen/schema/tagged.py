"""A group whose key (`type`) says which keys stand beside it.

Only finds the type; what the rest of the group means is for `convert`.
"""

from __future__ import annotations

import msgspec

from sitegen.schema.fields import Tagged
from sitegen.schema.nodes import Mapping, Node, Scalar
from sitegen.schema.refusal import Refused, refuse
from sitegen.schema.words import word_of
from sitegen.text.suggest import closest


def told_apart(node: Node, shape: Tagged) -> tuple[type[msgspec.Struct], Mapping] | Refused:
    """The Struct that a group names, and the group without that key; or why there is none."""
    words, first = ", ".join(shape.records), next(iter(shape.records))
    if not isinstance(node, Mapping):
        return refuse("SG191", node, by=shape.by, first=first, words=words)
    named = next((value for key, value in node.items if key.text == shape.by), None)
    if not isinstance(named, Scalar) or not word_of(named):
        return refuse("SG191", node, by=shape.by, first=first, words=words)
    word = word_of(named)
    if word not in shape.records:
        return _unknown(word, named, shape)
    rest = tuple((key, value) for key, value in node.items if key.text != shape.by)
    return shape.records[word], msgspec.structs.replace(node, items=rest)


def _unknown(word: str, named: Scalar, shape: Tagged) -> Refused:
    meanings = {name: name for name in shape.records} | shape.german
    near = closest(word, meanings)
    words = ", ".join(shape.records)
    if near is None:
        return refuse("SG193", named, by=shape.by, value=word, words=words)
    known = meanings[near]
    return refuse("SG192", named, by=shape.by, value=word, known=known, line=f"{shape.by}: {known}")
