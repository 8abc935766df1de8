"""The business as of a day: ready values, and what has dates comes and goes."""

from __future__ import annotations

import pytest

from sitegen.plan.business import business_view, notice_view, profile_name
from sitegen.settings.load import load
from sitegen.settings.settings import Settings
from sitegen.text.moments import Moment, parse_moment

NOW = parse_moment("2026-11-21 12:00")


def settings_of(text: str) -> Settings:
    settings = load(f"title: Büro Test\n{text}").settings
    assert settings is not None
    return settings


def test_a_business_without_a_name_has_that_of_the_site() -> None:
    view = business_view(settings_of(""), NOW)
    assert (view.name, view.country, view.reachable) == ("Büro Test", "de", False)


def test_numbers_are_ready_to_be_dialled() -> None:
    view = business_view(settings_of("business:\n  phone: 069 90009417\n  whatsapp: 0170 1234567\n"), NOW)
    assert view.phone is not None
    assert (view.phone.href, view.whatsapp) == ("tel:+496990009417", "https://wa.me/491701234567")


def test_a_number_that_cannot_be_read_stands_without_a_link() -> None:
    view = business_view(settings_of("business:\n  phone: Anruf 42\n"), NOW)
    assert view.phone is not None
    assert (view.phone.display, view.phone.href) == ("Anruf 42", "")


CLOSED = "business:\n  closed:\n    - {from: 24.12.2026, to: 6.1.2027, note: Ferien}\n    - {from: 1.12.2026}\n"


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-11-16", []),
        ("2026-11-17 00:10", ["01.12.2026"]),
        ("2026-12-01 23:59", ["01.12.2026"]),
        ("2026-12-09 23:59", []),
        ("2026-12-10", ["24.12.2026"]),
        ("2027-01-06 23:59", ["24.12.2026"]),
        ("2027-01-07 00:01", []),
    ],
)
def test_closing_days_are_told_from_two_weeks_before_to_the_last(now: str, shown: list[str]) -> None:
    closed = business_view(settings_of(CLOSED), parse_moment(now)).closed
    assert [f"{days.first.at:%d.%m.%Y}" for days in closed] == shown


def notice_at(now: Moment, dates: str) -> bool:
    settings = settings_of(f"notice:\n  text: Bald ist Weihnachten.\n{dates}")
    return notice_view(settings, now, lambda _page: "") is not None


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ("", True),
        ("  from: 21.11.2026\n", True),
        ("  from: 22.11.2026\n", False),
        ("  until: 21.11.2026\n", True),
        ("  until: 20.11.2026\n", False),
        ("  from: 21.11.2026 11:59\n  until: 21.11.2026 12:01\n", True),
        ("  from: 21.11.2026 12:01\n", False),
        ("  until: 21.11.2026 11:59\n", False),
    ],
)
def test_a_notice_comes_and_goes_by_date(dates: str, holds: bool) -> None:  # noqa: FBT001 - a table of cases
    assert notice_at(NOW, dates) is holds


def test_a_notice_leads_where_its_link_says_and_nowhere_else() -> None:
    settings = settings_of("notice:\n  text: Neu\n  link: {title: Preise, page: preise.md}\n")
    leading = notice_view(settings, NOW, {"preise.md": "/preise/"}.__getitem__)
    assert leading is not None
    assert leading.link is not None
    assert leading.link.url == "/preise/"
    lost = notice_view(settings, NOW, lambda _page: "")
    assert lost is not None
    assert lost.link is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.linkedin.com/in/eva", "LinkedIn"),
        ("https://mastodon.social/@eva", "Mastodon"),
        ("https://eva.example/wer", "eva.example"),
    ],
)
def test_a_profile_is_called_by_its_host(url: str, name: str) -> None:
    assert profile_name(url) == name
