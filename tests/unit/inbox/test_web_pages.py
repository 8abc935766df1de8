"""Pages: tones, colours from a manifest nobody has to trust, and what nobody may learn from a fault of ours."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import httpx
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from inbox_case import POST, SITE, InboxCase, manifest
from inbox_served import client_of, inbox_served
from sitegen.inbox.records import Item, State
from sitegen.inbox.tokens import review_url
from sitegen.inbox.web.app import make_app
from sitegen.inbox.web.bare import bare_answer
from sitegen.inbox.web.lanes import Lane, LaneFullError
from sitegen.inbox.web.pages import tokens_of
from sitegen.model.inbox_manifest import ManifestFace
from sitegen.text.tone import Tone


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    case = InboxCase(tmp_path)
    yield case
    case.close()


@contextmanager
def served(case: InboxCase) -> Iterator[httpx.Client]:
    with (
        inbox_served(case) as base,
        client_of(base) as client,
    ):
        yield client


def test_every_sentence_is_in_the_tone_of_the_site(case: InboxCase) -> None:
    case.write_manifest(manifest(Tone.DU))
    with served(case) as client:
        faulty = client.post(f"/f/{SITE}/comment", data={"post": POST})
        asked = client.post(f"/f/{SITE}/comment", data={"post": POST, "name": "A", "text": "B", "leer": "x"})
        late = client.post(f"/f/{SITE}/comment", data={"post": "alt", "name": "A", "text": "B"})
    for page in (faulty.text, asked.text, late.text):
        assert not {" Sie ", " Ihr ", " Ihre ", " Ihren ", " Ihnen "} & {f" {word} " for word in page.split()}
    assert "Was du geschrieben hast" in asked.text


def test_a_site_may_have_any_letters_in_its_domain(case: InboxCase) -> None:
    said = manifest()
    forms = tuple(replace(form, thanks_url=f"https://łódź-büro.example/danke/{form.name}/") for form in said.forms)
    case.write_manifest(replace(said, url="https://łódź-büro.example/", forms=forms))
    case.configure_site(origins=())
    domain = "https://xn--d-bro-zta0e25a0p.example"
    with (
        inbox_served(case) as base,
        client_of(base, domain) as client,
    ):
        faulty = client.post(f"/f/{SITE}/comment", data={"post": POST})
        kept = client.post(f"/f/{SITE}/comment", data={"post": POST, "name": "Anna", "text": "Danke!"})
    assert faulty.status_code == 422
    assert f"form-action 'self' {domain};" in faulty.headers["content-security-policy"]
    assert (kept.status_code, kept.headers["location"]) == (303, f"{domain}/danke/comment/")


def test_a_stylesheet_takes_colours_and_nothing_else() -> None:
    face = ManifestFace(
        light={
            "accent": "#8a4b2d",
            "ink": "red;} body{display:none",
            "x{}": "#fff",
            "paper": "url(https://evil.example)",
        },
        dark={"body": '"Iowan Old Style", Georgia, serif', "radius": "6px", "line": "</style>", "Ink": "#000"},
    )
    assert tokens_of(face) == {
        "light": {"accent": "#8a4b2d"},
        "dark": {"body": '"Iowan Old Style", Georgia, serif', "radius": "6px"},
    }
    assert tokens_of(None) == {"light": {}, "dark": {}}


def test_a_site_has_its_own_colours(case: InboxCase) -> None:
    face = ManifestFace(light={"accent": "#123456"}, dark={"accent": "#abcdef"})
    case.write_manifest(replace(manifest(), face=face))
    with served(case) as client:
        own, neutral = client.get(f"/style-{SITE}.css"), client.get("/style.css")
    assert "--accent: #123456" in own.text
    assert "--accent: #abcdef" in own.text
    assert "#123456" not in neutral.text
    assert own.headers["content-type"].startswith("text/css")


def test_without_its_site_an_inbox_still_answers(case: InboxCase) -> None:
    case.manifest_path.unlink()
    item = case.comment()
    with served(case) as client:
        shown = client.get(f"/f/{SITE}/contact")
        sent = client.post(f"/f/{SITE}/contact", data={"message": "Mein langer Text", "page": "/kontakt/"})
        review = client.get(review_url(case.desk, item))
        approved = client.post(review_url(case.desk, item), data={"action": "approve", "revision": "1"})
        style = client.get(f"/style-{SITE}.css")
    assert (shown.status_code, sent.status_code) == (503, 503)
    assert {"retry-after"} <= set(shown.headers) & set(sent.headers)
    assert "Mein langer Text" in sent.text
    assert 'name="page" value="/kontakt/"' in sent.text
    assert '<p class="as-typed">/kontakt/</p>' not in sent.text
    assert review.status_code == approved.status_code == style.status_code == 200
    assert case.item(item.id).state is State.APPROVED


def test_below_a_path_all_addresses_begin_with_it(case: InboxCase) -> None:
    case.configure(address="https://www.nachmittag.example/eingang/")
    app = make_app(case.desk)

    async def get(path: str) -> str:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
            return (await client.get(path)).text

    page = asyncio.run(get(f"/f/{SITE}/contact"))
    assert f'action="/eingang/f/{SITE}/contact"' in page
    assert f'href="/eingang/style-{SITE}.css"' in page


def test_a_fault_of_ours_is_a_page_and_says_nothing_of_anybody(
    case: InboxCase, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> NoReturn:
        raise RuntimeError("Streng geheim")

    case.desk = replace(case.desk, clock=broken)
    with caplog.at_level(logging.DEBUG, "sitegen"), served(case) as client:
        form = {"email": "a@b.example", "message": "Streng vertraulich"}
        answer = client.post(f"/f/{SITE}/contact", data=form, headers={"X-Forwarded-For": "203.0.113.99"})
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.text
    assert "RuntimeError" in caplog.text
    assert "Streng" not in caplog.text
    assert "a@b.example" not in caplog.text
    assert "203.0.113" not in caplog.text


def test_a_site_that_was_taken_out_leaves_pages_that_work(case: InboxCase) -> None:
    item = case.comment(state=State.APPROVED)
    case.configure(sites=())
    with served(case) as client:
        form = {"action": "edit", "revision": "1", "name": "Anna", "website": "", "text": "Anders."}
        answer = client.post(review_url(case.desk, item), data=form)
    assert answer.status_code == 200
    assert case.item(item.id).text == "Anders."


@pytest.mark.parametrize(
    ("form", "field", "others"),
    [
        (
            {"action": "edit", "name": "Anna", "website": "ftp:/x", "text": "Gut."},
            "edit-website",
            ("edit-text", "reply"),
        ),
        ({"action": "edit", "name": "Anna", "website": "", "text": ""}, "edit-text", ("edit-website", "reply")),
        ({"action": "approve_and_reply", "reply": "x" * 8001}, "reply", ("edit-text",)),
    ],
)
def test_a_fault_stands_at_its_field_and_is_read_out_there(
    case: InboxCase, form: dict[str, str], field: str, others: tuple[str, ...]
) -> None:
    item = case.comment()
    with served(case) as client:
        page = LexborHTMLParser(client.post(review_url(case.desk, item), data={"revision": "1", **form}).text)
    (typed,) = page.css(f"#{field}")
    (fault,) = page.css(".form-fault")
    assert typed.attributes["aria-invalid"] == "true"
    assert fault.id in (typed.attributes["aria-describedby"] or "").split()
    assert not [other for other in others if "aria-invalid" in page.css(f"#{other}")[0].attributes]


def kept(case: InboxCase, kind: str, **changes: object) -> Item:
    """A message or report, with something else about it."""
    case.clock.move(1)
    item = replace(case.contact(), id=case.desk.new_id(), kind=kind, **changes)
    case.desk.store.admit(item, duplicate_of=item.id, jobs=())
    return item


def test_a_report_leads_to_the_comment_it_is_about(case: InboxCase) -> None:
    reported = case.comment(state=State.PUBLISHED, text="Das soll beleidigend sein?")
    report = kept(case, "report", form="report", post=POST, parent=reported.id)
    with served(case) as client:
        page = client.get(review_url(case.desk, report)).text
    assert "Das soll beleidigend sein?" in page
    assert "Gemeldeten Kommentar ansehen" in page
    assert "Freigeben" not in page


def test_a_message_that_was_suspected_can_be_cleared(case: InboxCase) -> None:
    message = kept(case, "contact", state=State.SUSPECTED, score=5.0, reasons=("decoy", "10-woerter: Wort"))
    with served(case) as client:
        link = review_url(case.desk, message)
        page = client.get(link).text
        client.post(link, data={"action": "undo", "revision": "1"})
    assert "Ein Feld ist ausgefüllt, das Menschen nicht sehen" in page
    assert "Ist in Ordnung" in page
    assert 'href="mailto:bernd@vogel.example"' in page
    assert case.item(message.id).state is State.PENDING


def test_an_answer_of_the_owners_can_be_taken_back(case: InboxCase) -> None:
    case.clock.move(1)
    answer = replace(
        case.comment(state=State.APPROVED), id=case.desk.new_id(), type="owner_reply", email="", website=""
    )
    case.desk.store.admit(answer, duplicate_of="x", jobs=())
    with served(case) as client:
        page = client.get(review_url(case.desk, answer)).text
    assert "Ihre Antwort" in page
    assert "Zurücknehmen" in page
    assert "Absender sperren" not in page


def test_a_lane_that_is_full_says_so_at_once() -> None:
    async def crowd() -> list[object]:
        lane = Lane("test", threads=1, waiting=1)
        go = threading.Event()
        first, second = (asyncio.create_task(lane.run(go.wait)) for _ in range(2))
        await asyncio.sleep(0)
        with pytest.raises(LaneFullError):
            await lane.run(go.wait)
        go.set()
        answers: list[object] = [await first, await second, await lane.run(lambda: "again")]
        lane.close()
        return answers

    assert asyncio.run(crowd()) == [True, True, "again"]


@pytest.mark.parametrize("status", [400, 408, 503])
def test_what_is_said_before_a_request_is_whole(status: int) -> None:
    keys = {400: "unreadable", 408: "too_slow", 503: "unavailable"}
    answer = bare_answer(status, keys[status], retry_after=60 if status == 503 else 0)
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert f"Content-Length: {len(body)}".encode() in head
    assert (b"Retry-After: 60" in head) is (status == 503)
