"""The contract of each provider, read from the HTML that is sent out."""

from __future__ import annotations

from pathlib import Path
from typing import Final, get_args
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from form_cases import KINDS, THANKS, context, spec_of
from sitegen.comments.labels import fields_of
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.model.forms.faults import PROVIDER_FIELDS
from sitegen.model.forms.form import FormKind
from sitegen.model.forms.markup import form_markup
from sitegen.model.forms.providers import (
    PROVIDERS,
    InsecureTargetError,
    is_safe_address,
    key_faults,
    privacy_paragraphs,
    target_of,
)
from sitegen.settings.forms import Delivery, Provider
from sitegen.text.tone import Tone
from sitegen.text.wording import say

REPOSITORY: Final = Path(__file__).parents[3]
ADDRESS: Final = "https://eingang.example/unten/"
SUBJECT: Final = "Nachricht über die Website"
HOSTED: Final = tuple(provider for provider in PROVIDERS if provider not in {"inbox", "mailto"})


def delivery(provider: Provider, key: str = "abc-123") -> Delivery:
    return Delivery(provider=provider, address=ADDRESS, site="mein-buero", key=key)


def page(provider: Provider, kind: FormKind = "contact", key: str = "abc-123", own: str = "") -> LexborNode:
    """The form as it stands on a page."""
    spec = spec_of(kind)
    target = target_of(spec, delivery(provider, key), key=own, email="post@büro.example")
    body = LexborHTMLParser(f"<!DOCTYPE html><body>{form_markup(spec, target)}").body
    assert body is not None
    return body


def form_of(body: LexborNode) -> LexborNode:
    form = body.css_first("form")
    assert form is not None
    return form


def hidden(body: LexborNode) -> dict[str, str]:
    return {str(node.attributes["name"]): node.attributes["value"] or "" for node in body.css("input[type=hidden]")}


def decoy(body: LexborNode) -> tuple[str, str]:
    fields = body.css(".form-decoy input")
    assert len(fields) == 1
    assert "style" not in fields[0].attributes
    return str(fields[0].attributes["name"]), str(fields[0].attributes["type"])


@pytest.mark.parametrize(
    ("provider", "action", "along", "trap"),
    [
        ("inbox", "https://eingang.example/unten/f/mein-buero/contact", {}, ("leer", "text")),
        ("netlify", "/danke/anfrage/", {}, ("bot-field", "text")),
        (
            "formspree",
            "https://formspree.io/f/abc-123",
            {"_subject": SUBJECT, "_next": THANKS, "_language": "de"},
            ("_gotcha", "text"),
        ),
        (
            "web3forms",
            "https://api.web3forms.com/submit",
            {"access_key": "abc-123", "subject": SUBJECT, "redirect": THANKS},
            ("botcheck", "checkbox"),
        ),
        ("basin", "https://usebasin.com/f/abc-123", {"_subject": SUBJECT, "_redirect": THANKS}, ("_gotcha", "text")),
        (
            "staticforms",
            "https://api.staticforms.xyz/submit",
            {"accessKey": "abc-123", "subject": SUBJECT, "replyTo": "@", "redirectTo": THANKS},
            ("honeypot", "text"),
        ),
        ("formcarry", "https://formcarry.com/s/abc-123", {}, ("_gotcha", "text")),
        (
            "formsubmit",
            "https://formsubmit.co/abc-123",
            {"_subject": SUBJECT, "_next": THANKS, "_template": "table", "_captcha": "false"},
            ("_honey", "text"),
        ),
    ],
)
def test_contract(provider: Provider, action: str, along: dict[str, str], trap: tuple[str, str]) -> None:
    body = page(provider)
    attributes = form_of(body).attributes
    assert attributes["action"] == action
    assert attributes["method"] == "post"
    assert attributes["accept-charset"] == "utf-8"
    assert "enctype" not in attributes
    assert hidden(body) == along
    assert decoy(body) == trap
    assert body.css_first("input[name=email][type=email]") is not None


def test_netlify_finds_the_form_and_its_trap() -> None:
    attributes = form_of(page("netlify")).attributes
    assert attributes["name"] == "contact"
    assert attributes["data-netlify"] == "true"
    assert attributes["data-netlify-honeypot"] == "bot-field"


def test_new_keys_of_staticforms_go_by_another_name() -> None:
    assert hidden(page("staticforms", key="sf_abc"))["apiKey"] == "sf_abc"
    assert "accessKey" not in hidden(page("staticforms", key="sf_abc"))
    assert "replyTo" not in hidden(page("staticforms", "callback"))


def test_a_form_may_have_a_key_of_its_own() -> None:
    assert form_of(page("formspree", own="eigene")).attributes["action"] == "https://formspree.io/f/eigene"


def test_a_key_never_leaves_its_place() -> None:
    action = str(form_of(page("formspree", key='../x?y#"><script>')).attributes["action"])
    assert urlsplit(action).path.startswith("/f/..%2F")
    assert not urlsplit(action).query


@pytest.mark.parametrize("kind", KINDS)
def test_mail_is_a_link_and_no_form(kind: FormKind) -> None:
    body = page("mailto", kind)
    assert body.css_first("form, input, textarea, select") is None
    links = [str(node.attributes["href"]) for node in body.css("a[href^='mailto:']")]
    assert [unquote(urlsplit(link).path) for link in links] == ["post@xn--bro-hoa.example"] * 2
    asked = parse_qs(urlsplit(links[0]).query, keep_blank_values=True)
    assert asked["subject"] == [say(f"form_subject_{kind}", Tone.SIE, {})]
    expected = [field.label for field in spec_of(kind).fields if field.type not in {"email", "checkbox"}]
    assert [line.partition(":")[0] for line in asked["body"][0].split("\r\n") if line] == expected


@pytest.mark.parametrize(
    ("email", "link"),
    [
        ("post@example.org", "mailto:post@example.org"),
        ("eva+web@example.org", "mailto:eva+web@example.org"),
        ("post?x&y@example.org", "mailto:post%3Fx%26y@example.org"),
        ('bü"ro@example.org', "mailto:b%C3%BC%22ro@example.org"),
    ],
)
def test_an_address_stays_one_in_a_link(email: str, link: str) -> None:
    assert target_of(spec_of("contact"), delivery("mailto"), email=email).action == link


def test_a_comment_by_mail_can_be_pasted_in() -> None:
    spec = spec_of("comment")
    target = target_of(spec, delivery("mailto"), email="post@example.org")
    along = (("page", "https://www.example.org/blog/rechnungen/"), ("post", "rechnungen"), ("parent", ""))
    link = LexborHTMLParser(str(form_markup(spec, target, extra_hidden=along))).css_first("a.button")
    assert link is not None
    body = parse_qs(urlsplit(str(link.attributes["href"])).query)["body"][0].replace("\r\n", "\n")
    typed = body.replace("Name: ", "Name: Eva").replace("Kommentar:\n", "Kommentar:\nSchön.\n\nUnd wahr.")
    read = fields_of(typed)
    assert (read.name, read.website, read.text) == ("Eva", "", "Schön.\n\nUnd wahr.")
    assert read.post in {"rechnungen", "https://www.example.org/blog/rechnungen/"}


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://eingang.example/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:8000", True),
        ("http://eingang.example/", False),
        ("http://localhost.example/", False),
        ("ftp://localhost/", False),
        ("//eingang.example/", False),
        ("https://", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_nothing_is_sent_unencrypted(address: str, safe: bool) -> None:  # noqa: FBT001 - a case
    assert is_safe_address(address) is safe
    order = Delivery(provider="inbox", address=address)
    if safe:
        assert target_of(spec_of("contact"), order).action == f"{address.rstrip('/')}/f/site/contact"
    else:
        with pytest.raises(InsecureTargetError):
            target_of(spec_of("contact"), order)


@pytest.mark.parametrize("provider", HOSTED)
def test_hosted_providers_are_reached_by_https_alone(provider: Provider) -> None:
    target = target_of(spec_of("contact", context()), delivery(provider))
    assert target.action.startswith("https://") or target.action == "/danke/anfrage/"


@pytest.mark.parametrize(
    ("provider", "key", "codes"),
    [
        ("formspree", "xyzabcde", []),
        ("formspree", "", []),
        ("web3forms", "0f8fad5b-d9cb-469f-a165-70867728950e", []),
        ("formspree", "https://formspree.io/f/xyzabcde", ["SG712"]),
        ("basin", "a b", ["SG712"]),
        ("formsubmit", "eva@example.org", ["SG711"]),
        ("formsubmit", "https://formsubmit.co/eva@example.org", ["SG711"]),
        ("formsubmit", "0123456789abcdef0123456789abcdef", []),
        ("inbox", "a b", []),
        ("netlify", "a b", []),
    ],
)
def test_keys(provider: Provider, key: str, codes: list[str]) -> None:
    faults = list(key_faults(key, provider))
    assert [fault.code for fault in faults] == codes
    for fault in faults:
        entry = ENTRIES[fault.code]
        assert fault.path == ("key",)
        assert "{" not in (entry.message + entry.cure).format_map(fault.facts)
        assert "eva@example.org" not in str(fault.facts)


def test_a_whole_address_says_what_its_key_is() -> None:
    fault = next(key_faults("https://usebasin.com/f/abc123.json", "basin"))
    assert str(fault.facts["cure"]).endswith("\nkey: abc123")


def test_each_provider_of_the_settings_is_known() -> None:
    assert set(PROVIDERS) == set(get_args(Provider))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_facts_of_a_provider(provider: Provider) -> None:
    facts = PROVIDERS[provider]
    for tone in Tone:
        said = " ".join(privacy_paragraphs(provider, tone))
        assert (facts.who in said) is (provider in HOSTED)
        assert ("Recht der EU" in said) is facts.third_country
        assert "()" not in said
    assert bool(facts.home) is (provider in HOSTED)
    assert all(address.startswith("https://") for address in (facts.contract, facts.home) if address)
    own = {facts.sends_receipts, facts.confirms_newsletters}
    assert own == {provider == "inbox"}


def test_no_field_of_an_owner_can_be_an_order_to_a_provider() -> None:
    orders = {name for provider in HOSTED for name, _ in target_of(spec_of("contact"), delivery(provider)).hidden}
    orders |= {target_of(spec_of("contact"), delivery(provider)).decoy for provider in HOSTED}
    assert {name for name in orders if name.isidentifier() and name.islower() and name[0] != "_"} <= PROVIDER_FIELDS


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_owner_finds_the_text_for_the_privacy_page(provider: Provider) -> None:
    manual = " ".join((REPOSITORY / "docs" / "anbieter.md").read_text("utf-8").replace("\n>", "").split())
    for paragraph in privacy_paragraphs(provider, Tone.SIE):
        assert " ".join(paragraph.split()) in manual
    assert f"provider: {provider}\n" in (REPOSITORY / "docs" / "anbieter.md").read_text("utf-8")
