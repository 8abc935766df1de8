"""Addresses of others that a line of ours can show, and those that none can."""

from __future__ import annotations

import pytest

from sitegen.importers.embeds import embed_of, host_shown, is_counted

LINES = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ": '{{ youtube "dQw4w9WgXcQ" title="Ein Film" }}',
    "//youtu.be/dQw4w9WgXcQ?t=3": '{{ youtube "dQw4w9WgXcQ" title="Ein Film" }}',
    "https://player.vimeo.com/video/76979871": '{{ vimeo "76979871" title="Ein Film" }}',
    "https://open.spotify.com/episode/7makk4oTQel546B0PZlDM5": (
        '{{ spotify "episode/7makk4oTQel546B0PZlDM5" title="Ein Film" }}'
    ),
    "https://calendly.com/muster/30min": '{{ calendly "muster/30min" title="Ein Film" }}',
    "https://cal.com/muster/30min": '{{ cal "muster/30min" title="Ein Film" }}',
    "https://www.google.com/maps?q=Leipzig": '{{ map "Leipzig" provider="google" title="Ein Film" }}',
    "https://www.google.de/maps/embed?pb=!1m3!2d12.3731!3d51.3397!2m3": (
        '{{ map "51.3397, 12.3731" provider="google" title="Ein Film" }}'
    ),
    "https://www.openstreetmap.org/export/embed.html?bbox=12.36,51.33,12.38,51.35": (
        '{{ map "51.34000, 12.37000" title="Ein Film" }}'
    ),
    "https://www.openstreetmap.org/export/embed.html?marker=51.34%2C12.37": '{{ map "51.34,12.37" title="Ein Film" }}',
}


@pytest.mark.parametrize(("address", "line"), LINES.items(), ids=LINES.keys())
def test_an_address_becomes_the_line_that_shows_it(address: str, line: str) -> None:
    embed = embed_of(address, title="Ein Film")
    assert embed is not None
    assert embed.line == line


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/embed/videoseries?list=x",
        "https://www.openstreetmap.org/export/embed.html?bbox=1,2",
        "https://www.openstreetmap.org/export/embed.html?bbox=hier",
        "https://www.google.com/search?q=Leipzig",
        "https://www.google.com/maps",
        "https://www.example.org/",
        "https://[",
    ],
)
def test_what_nobody_shows(address: str) -> None:
    assert embed_of(address, title="Ein Film") is None


def test_a_film_without_a_title_stays_a_link() -> None:
    """Its own page says more than a frame that nobody has named."""
    assert embed_of("https://youtu.be/dQw4w9WgXcQ", title="") is None
    assert embed_of("https://cal.com/muster", title="") is not None


def test_who_counts_and_how_a_host_is_called() -> None:
    assert is_counted("https://vg07.met.vgwort.de/na/abc")
    assert is_counted("//pixel.wp.com/g.gif")
    assert not is_counted("https://www.example.org/bild.gif")
    assert not is_counted("bild.gif")
    assert host_shown("https://WWW.Example.org/x") == "www.example.org"
    assert host_shown("nur ein Text") == "nur ein Text"
