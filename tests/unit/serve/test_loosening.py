"""What is put into a page on its way to the browser, and what its policy then allows."""

from __future__ import annotations

import pytest

from sitegen.serve.loosening import dressed, loosened, policy_text

HOST = "127.0.0.1:8000"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'", "default-src 'none'; script-src 'self'"),
        ("default-src 'self'", "default-src 'self'; script-src 'self'"),
        ("default-src 'none'; script-src https://a.example", "default-src 'none'; script-src https://a.example 'self'"),
        ("script-src 'none'", "script-src 'self'"),
        ("SCRIPT-SRC 'NONE'", "script-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        ("script-src 'self'; script-src 'none'", "script-src 'self'"),
        ("", ""),
    ],
)
def test_a_policy_allows_what_it_must_and_no_more(policy: str, expected: str) -> None:
    assert loosened(policy, {"script-src": ("'self'",)}) == expected


PAGE = b"""<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src &#39;self&#39;">
</head><body class="kind-home"><p>Text</p></body></html>"""


def test_a_page_is_given_script_style_and_leave() -> None:
    page = dressed(PAGE, host=HOST).decode()
    assert page.count('<script src="/livereload.js?port=8000" defer></script></head>') == 1
    assert 'content="default-src &#x27;none&#x27;; img-src &#x27;self&#x27;; script-src &#x27;self&#x27;; ' in page
    assert "connect-src &#x27;self&#x27; ws://127.0.0.1:8000" in page
    assert "<p>Text</p></body></html>" in page


def test_a_bar_stands_first_in_the_body() -> None:
    assert b'<body class="kind-home"><p>Oben</p><p>Text</p>' in dressed(PAGE, host=HOST, bar="<p>Oben</p>")


def test_a_page_without_a_head_is_given_the_script_at_its_end() -> None:
    page = dressed(b"<p>Nur das", host=HOST)
    assert page.startswith(b"<p>Nur das<link")
    assert b"livereload.js" in page


def test_the_text_of_a_policy_is_found_as_it_stands() -> None:
    assert policy_text(PAGE) == b"default-src &#39;none&#39;; img-src &#39;self&#39;"
    assert policy_text(b"<p>keine</p>") is None
