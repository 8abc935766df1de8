"""What is written line by line is what ElementTree would write of the same elements, whatever they hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sitegen.features.xml_lines import XmlLines

Node = tuple[str, dict[str, str], "str | list[Node]"]

texts = st.text(st.sampled_from("aäß<>&\"'\r\n\t;/ "), max_size=8)
names = st.sampled_from(["a", "dc:creator", "isPermaLink", "xml:lang"])
attributes = st.dictionaries(names, texts, max_size=2)
leaves = st.tuples(names, attributes, texts)
inner: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda below: st.tuples(names, attributes, st.lists(below, max_size=3)),
    max_leaves=8,
)
roots = st.tuples(names, attributes, st.lists(inner, max_size=3))


def write(node: Node, xml: XmlLines) -> None:
    name, given_attributes, content = node
    if isinstance(content, str):
        xml.leaf(name, content, **given_attributes)
        return
    with xml.element(name, **given_attributes):
        for one in content:
            write(one, xml)


def element_of(node: Node) -> ET.Element:
    name, given_attributes, content = node
    element = ET.Element(name, given_attributes)
    if isinstance(content, str):
        element.text = content or None
    else:
        element.extend([element_of(one) for one in content])
    return element


@given(root=roots)
def test_it_is_what_element_tree_writes(root: Node) -> None:
    xml, tree = XmlLines(), element_of(root)
    write(root, xml)
    ET.indent(tree)
    text = ET.tostring(tree, encoding="unicode")
    assert xml.encoded().decode() == f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
