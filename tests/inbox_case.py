"""A whole inbox in a temporary folder: settings, secrets, store, manifest, a clock to be moved, chance with a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.config import InboxConfig, InboxSite
from sitegen.inbox.desk import Desk
from sitegen.inbox.fingerprints import duplicate_fingerprint
from sitegen.inbox.opening import open_desk
from sitegen.inbox.records import Item, ItemKind, Job, State
from sitegen.inbox.secrets import Key, Secrets
from sitegen.model.forms.form import COMMENT_FORM
from sitegen.model.forms.kinds import FormContext, comment_spec, form_spec, report_spec
from sitegen.model.inbox_manifest import InboxManifest, ManifestPost
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Form
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

SITE: Final = "nachmittag"
SITE_URL: Final = "https://www.nachmittag.example"
OWNER: Final = "eva@nachmittag.example"
POST: Final = "rechnungen"
NOON: Final = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)

SECRETS: Final = Secrets(
    keys=(Key(kid="k2", secret=bytes(range(32))), Key(kid="k1", secret=bytes(range(32, 64)))),
    form_key=b"form key of the tests, long enough",
    export_token="token-of-the-tests",
)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        """Later by so many seconds."""
        self.now += timedelta(seconds=seconds)


def manifest(tone: Tone = Tone.SIE, *, asks_sum: bool = False) -> InboxManifest:
    """What the site says of itself: a form of each kind, two posts, one of them closed."""
    context = FormContext(tone=tone, language=Language.DE, privacy_url=f"{SITE_URL}/datenschutz/", asks_sum=asks_sum)
    forms = (
        form_spec(Form(), context, thanks_url=f"{SITE_URL}/danke/contact/"),
        form_spec(Form(kind="callback"), context, thanks_url=f"{SITE_URL}/danke/callback/"),
        form_spec(Form(kind="newsletter"), context, thanks_url=f"{SITE_URL}/danke/newsletter/"),
        comment_spec(Comments(open=True), context, thanks_url=f"{SITE_URL}/danke/comment/"),
        report_spec(context, thanks_url=f"{SITE_URL}/danke/report/"),
    )
    posts = (
        ManifestPost(id=POST, title="Rechnungen, die bezahlt werden", url=f"{SITE_URL}/blog/rechnungen/"),
        ManifestPost(id="alt", title="Vor langer Zeit", url=f"{SITE_URL}/blog/alt/", closed=True),
    )
    return InboxManifest(
        title="Büro Nachmittag",
        url=f"{SITE_URL}/",
        language=Language.DE,
        tone=tone,
        owner="Eva Nachmittag",
        response_time="einen Werktag",
        contact_url=f"{SITE_URL}/kontakt/",
        forms=forms,
        posts=posts,
        newest=NOON - timedelta(days=1),
    )


class InboxCase:
    """An inbox below `folder`. `desk` may be replaced by one with other settings: `case.configure(limits=…)`."""

    def __init__(self, folder: Path, *, database: str = "", secrets: Secrets = SECRETS) -> None:
        self.folder = folder
        self.clock = Clock()
        self.random = random.Random(4)
        self.manifest_path = folder / "inbox.json"
        self.write_manifest(manifest())
        self.config = InboxConfig(
            address="http://127.0.0.1:8080/",
            database=database or str(folder / "inbox.sqlite"),
            sites=(InboxSite(id=SITE, manifest=str(self.manifest_path), owner=OWNER, origins=(SITE_URL,)),),
        )
        self.secrets = secrets
        self.desk = self.open()

    def open(self) -> Desk:
        """A second desk over the same database, as another process has it."""
        return open_desk(self.config, self.secrets, clock=self.clock, chance=self.random.randbytes)

    def configure(self, **changes: object) -> Desk:
        """The desk with other settings; store and manifests stay."""
        self.config = replace(self.config, **changes)
        self.desk = replace(self.desk, config=self.config)
        return self.desk

    def configure_site(self, **changes: object) -> Desk:
        """The desk with other settings of its one site."""
        return self.configure(sites=(replace(self.config.sites[0], **changes),))

    def write_manifest(self, of_site: InboxManifest) -> None:
        """What the site says from the next reading on, a minute later at most."""
        self.manifest_path.write_bytes(msgspec.json.encode(of_site))

    def comment(
        self,
        *,
        text: str = "Danke, das hat mir sehr geholfen. Ich probiere es gleich aus.",
        name: str = "Anna Krüger",
        email: str = "anna@krueger.example",
        website: str = "https://krueger.example/",
        state: State = State.PENDING,
        post: str = POST,
        parent: str = "",
        jobs: Sequence[Job] = (),
    ) -> Item:
        """A comment that came in."""
        fresh = self._fresh("comment", state)
        typed = replace(fresh, text=text, name=name, email=email, website=website, post=post, parent=parent)
        return self._admitted(replace(typed, form=COMMENT_FORM, page=f"/blog/{post}/"), jobs)

    def contact(
        self,
        *,
        text: str = "Guten Tag, ich suche jemanden für meine Buchhaltung.",
        name: str = "Bernd Vogel",
        email: str = "bernd@vogel.example",
        state: State = State.PENDING,
        jobs: Sequence[Job] = (),
    ) -> Item:
        """A message from the contact form."""
        typed = replace(self._fresh("contact", state), text=text, name=name, email=email)
        return self._admitted(replace(typed, page="/kontakt/", fields=(("Telefon", "+49 30 1234567"),)), jobs)

    def item(self, item_id: str) -> Item:
        """An item that must be there."""
        found = self.desk.store.item(item_id)
        assert found is not None, f"{item_id} is gone"
        return found

    def jobs(self, kind: str = "") -> tuple[Job, ...]:
        """The jobs that wait, of one kind or all."""
        return tuple(job for job in self.desk.store.jobs() if kind in {"", job.kind})

    def close(self) -> None:
        """Let go of the database."""
        self.desk.store.close()

    def _fresh(self, kind: ItemKind, state: State) -> Item:
        now = self.clock()
        return Item(
            id=self.desk.new_id(),
            site=SITE,
            kind=kind,
            form=kind,
            state=state,
            created=now,
            changed=now,
        )

    def _admitted(self, item: Item, jobs: Sequence[Job]) -> Item:
        same = duplicate_fingerprint(item, key=self.secrets.keys[0])
        kept = self.desk.store.admit(item, duplicate_of=f"{item.id}{same}", jobs=jobs)
        assert kept == item.id
        return item
