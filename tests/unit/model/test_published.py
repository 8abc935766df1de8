"""The list of published addresses: what is written is read again, and nothing that stands in it is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.published import HEAD, Address, published_text, read_published

PARTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="/\\"), min_size=1)
PATHS = st.lists(PARTS.filter(lambda part: part not in {".", ".."}), max_size=3).map(
    lambda parts: "/" + "/".join(parts)
)
IDS = st.from_regex(r"[a-zäöüß0-9][a-zäöüß0-9 .#-]{0,8}[a-z0-9]", fullmatch=True)
OWNERS = st.just("") | st.builds("{}:{}".format, st.sampled_from(["post", "page", "tag", "list", "year"]), IDS)
ADDRESSES = st.lists(st.builds(Address, path=PATHS, owner=OWNERS), unique_by=lambda address: address.path)


@given(ADDRESSES)
def test_what_is_written_is_read_again(addresses: list[Address]) -> None:
    read = read_published(published_text(addresses))
    assert not read.findings
    assert not read.others
    assert sorted((one.path, one.owner) for one in read.addresses) == sorted((one.path, one.owner) for one in addresses)


@given(st.text())
def test_anything_is_read_and_written_the_same_twice(text: str) -> None:
    read = read_published(text)
    once = published_text(read.addresses, read.others)
    again = read_published(once)
    assert published_text(again.addresses, again.others) == once


def test_it_is_sorted_and_people_can_read_it() -> None:
    addresses = [Address(path="/über mich/", owner="page:über mich"), Address(path="/"), Address(path="/a%b/")]
    assert published_text(addresses, ["# Notiz"]) == f"{HEAD}# Notiz\n/\n/a%25b/\n/über%20mich/ page:über mich\n"


@pytest.mark.parametrize(
    ("line", "path", "owner"),
    [
        ("/a/", "/a/", ""),
        ("  /a/\tpost:x  ", "/a/", "post:x"),
        ("/%C3%BCber/ page:x y", "/über/", "page:x y"),
        ("/a/ list:blog#2", "/a/", "list:blog#2"),
    ],
)
def test_a_line_may_be_typed_by_hand(line: str, path: str, owner: str) -> None:
    (found,) = read_published(line).addresses
    assert (found.path, found.owner, found.line) == (path, owner, 1)


@pytest.mark.parametrize(
    "line", ["a/", "https://x.example/", "/a/ b", "/a/ tier:b", "/../b/", "//b/", "/a/%00", "/%2e%2e/b", "/a\\b"]
)
def test_what_is_no_address_is_said_and_kept(line: str) -> None:
    read = read_published(f"# Kopf\n{line}\n/b/\n")
    assert [(found.code, found.span.line) for found in read.findings] == [("SG428", 2)]
    assert line in published_text(read.addresses, read.others).splitlines()


def test_the_later_of_two_lines_counts() -> None:
    (found,) = read_published("/a/ post:x\n/a/ post:y\n").addresses
    assert found.owner == "post:y"


def test_the_list_in_the_manual_is_one() -> None:
    manual = (Path(__file__).parents[3] / "docs/adressen.md").read_text("utf-8")
    block = re.search(r"```text\n(.*?)```", manual, re.DOTALL)
    assert block is not None
    read = read_published(block[1])
    assert not read.findings
    assert published_text(read.addresses) == HEAD + block[1]
