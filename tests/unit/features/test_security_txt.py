"""security.txt: there for a site with a mail address at the root of its host, and the same for half a year."""

from __future__ import annotations

import pytest

from sitegen.features.security_txt import contributions, expires
from sitegen.model.site import Site
from sitegen.settings.business import Business
from sitegen.settings.settings import Settings
from sitegen.text.moments import parse_moment

REACHABLE = Business(email="eva@example.org")


def site(settings: Settings) -> Site:
    return Site(settings=settings, now=parse_moment("2026-11-21"))


def test_the_file_is_there_with_a_mail_address() -> None:
    (file,) = contributions(site(Settings(title="Büro", business=REACHABLE)))
    assert file.output == ".well-known/security.txt"


def test_nothing_is_there_without_a_mail_address() -> None:
    assert contributions(site(Settings(title="Büro"))) == ()


def test_nothing_is_there_where_nobody_looks() -> None:
    assert contributions(site(Settings(title="Büro", url="https://example.org/va/", business=REACHABLE))) == ()


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-01-01", "2027-01-01T00:00:00Z"),
        ("2026-06-30 23:59", "2027-01-01T00:00:00Z"),
        ("2026-07-01 00:00", "2027-07-01T00:00:00Z"),
        ("2026-12-31 23:59", "2027-07-01T00:00:00Z"),
    ],
)
def test_it_expires_six_to_twelve_months_ahead(now: str, until: str) -> None:
    assert expires(parse_moment(now)) == until
