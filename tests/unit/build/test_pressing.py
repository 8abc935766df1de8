"""Finished pages: each bears the digest of the bytes that it shall have, whether anything was put into it or not."""

import pytest

from sitegen.build.pages.pressing import Press
from sitegen.output.files import OutputFile, digest_of
from sitegen.output.staging import Laid, as_seen
from sitegen.plan.policy import SEARCH_SLOT, SITE_SLOT, Policies, Policy

POLICIES = Policies(site=Policy(directives=(("default-src", ("'none'",)),)), search=Policy())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Für Büros</p>", "<p>Für Büros</p>"),
        (f'<meta content="{SITE_SLOT}"><p>ü</p>', "<meta content=\"default-src 'none'\"><p>ü</p>"),
        (f'<meta content="{SEARCH_SLOT}">', '<meta content="">'),
        ("\0", "\0"),
        ("", ""),
    ],
    ids=["no gap", "the site's", "the search page's", "what is no gap", "nothing"],
)
def test_a_page_bears_the_digest_of_its_bytes(html: str, expected: str) -> None:
    laid: list[OutputFile] = []

    def lay(file: OutputFile) -> Laid:
        laid.append(file)
        return as_seen(file)

    pressed = Press(lay, POLICIES).pressed("index.html", html.encode())
    (file,) = laid
    assert (file.content, pressed.html) == (expected.encode(), expected.encode())
    assert file.digest == pressed.laid.entry.digest == digest_of(expected.encode())
    assert pressed.has_policy == (html != expected)
