"""The middle of a build: every file the site will have, before a page is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.build.files.filing import StaticFile, fingerprinted
from sitegen.build.files.picturing import Pictured, picture_site
from sitegen.build.files.referred import Referred, finder_of, referred
from sitegen.build.files.searching import SCRIPT, index_claims, index_folder
from sitegen.build.files.sharing import Cards, cards_of
from sitegen.build.files.showings import Finder, missing_images
from sitegen.build.files.workload import Shelf
from sitegen.build.layouts import block_findings, digests_of_layouts, layouts_of
from sitegen.build.lineup import LINEUP
from sitegen.build.promised import keep_promises
from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import base_path, url_of_file
from sitegen.model.entries import Entry
from sitegen.model.site import Site
from sitegen.output.files import OutputFile
from sitegen.plan.analytics import ANALYTICS_ASSET
from sitegen.plan.collisions import Claim, claim_of, collisions, stand_apart
from sitegen.plan.consent import CHOICES_ASSET
from sitegen.plan.devices import device_lists
from sitegen.plan.form_findings import form_findings
from sitegen.plan.legal import hosting_findings, legal_findings
from sitegen.plan.navigation import link_url
from sitegen.plan.owners import Owners
from sitegen.plan.promises import Promises
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.references import Meaning, References, meant, references
from sitegen.plan.routes import Planner, Route
from sitegen.plan.sections import section_findings
from sitegen.plan.theme import logo_entry, logo_of, theme_findings
from sitegen.render.compiled import Compiled
from sitegen.render.layouts import Layouts
from sitegen.render.slots import Surroundings
from sitegen.render.stylesheets import squeezed
from sitegen.settings.business import country_of
from sitegen.settings.link import Link
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts

MADE_FROM_TOKENS: Final = frozenset({".css", ".svg"})


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """All that pages are rendered from, and all that goes out beside them."""

    routes: tuple[Route, ...]
    layouts: Layouts
    layout_digests: tuple[str, ...]
    """Of all layouts as they were before the first was read: what changes meanwhile is seen by the next build."""
    around: Surroundings
    files: Files
    """What layouts may ask about files."""
    form_key: bytes
    assets: tuple[OutputFile, ...]
    static: Mapping[str, StaticFile]
    """Files that go out as they are, by their file."""
    replaced: frozenset[str]
    """Files of features in whose place the owner has put her own into `static/`."""
    promises: Promises
    owners: Owners
    """Who answers at its pages."""
    answered: frozenset[str]
    """URL paths, percent-decoded."""
    answering: tuple[str, ...]
    """What that follows from, in its order: it has a digest sooner."""
    legal: tuple[str, ...]
    """Texts that show a legal page."""
    findings: tuple[Diagnostic, ...]


def plan(
    root: Path, gathered: Gathered, shelf: Shelf, *, theme: str, form_key: bytes = b"", compiled: Compiled | None = None
) -> Planned:
    """Decide on every file of the output folder; `theme` is the digest of the theme's layouts."""
    site, base = gathered.site, base_path(gathered.site.settings.url)
    refer = references_of(gathered)
    seen = look_at_pictures(root, gathered, refer, shelf)
    static = seen.pictures.files | seen.cards.files
    layouts = layouts_of(root, site.settings.language, shelf.memo, compiled=compiled)
    layouts.digests.know(digests_of_posts(gathered))
    search = index_folder(site.settings)
    assets, asset_findings = theme_assets(layouts, SiteView(site, seen.files, urls=refer.urls), search=search)
    names = {name: url_of_file(file.path, base) for name, file in assets.items()}
    files = msgspec.structs.replace(seen.files, assets=names, search=search)
    questions = SiteView(site, files, form_key=form_key, urls=refer.urls)
    planner = Planner(site, questions)
    routes = planner.routes()
    replaced = replaced_contributions(site, static.values())
    outputs = (*(route.output for route in routes), *outputs_beside(assets.values(), static.values(), site))
    answered = frozenset(addresses_of(outputs, base))
    layout_digests = digests_of_layouts(root, theme)
    kept = keep_promises(gathered, planner, routes, refer=refer, outputs=outputs, answered=answered)
    return Planned(
        routes=(*routes, *kept.routes),
        layouts=layouts,
        layout_digests=layout_digests,
        around=seen.surroundings(questions, refer, base=base),
        files=files,
        form_key=form_key,
        assets=tuple(assets.values()),
        static=static,
        replaced=replaced,
        promises=kept.promises,
        owners=kept.owners,
        answered=answered | {unquote(route.view.url) for route in kept.routes},
        answering=(*outputs, *(route.view.url for route in kept.routes)),
        legal=seen.referred.legal,
        findings=(
            *asset_findings,
            *block_findings(root, layout_digests, shelf.memo),
            *seen_findings(gathered, seen, refer),
            *clashes(routes, tuple(claims_beside(static.values(), site, replaced)), gathered.where),
            *device_lists(questions, gathered.where),
            *kept.promises.findings,
            *settings_findings(gathered, questions, refer, legal=seen.referred.legal),
        ),
    )


def outputs_beside(assets: Iterable[OutputFile], static: Iterable[StaticFile], site: Site) -> Iterator[str]:
    """The output files that are no pages: the theme's, the owner's, and those that features add."""
    yield from (file.path for file in assets)
    yield from (file.output for file in static)
    yield from outputs_of_features(site)


def outputs_of_features(site: Site) -> Iterator[str]:
    """The output files that features add, whether or not a file of the owner's takes the place of one."""
    return (contribution.output for feature in LINEUP for contribution in feature.contributions(site))


def digests_of_posts(gathered: Gathered) -> Callable[[Entry], str]:
    """What tells a published post from others: what its text says, and its authors, who follow from the whole site."""
    posts = cache(lambda: {post.source: post for post in gathered.site.posts})

    def digest_of(entry: Entry) -> str:
        post = posts().get(entry.source)
        return f"{gathered.words[post.source]} {' '.join(post.authors)}" if post is entry else ""

    return digest_of


def references_of(gathered: Gathered) -> References:
    """The names that texts may refer to."""
    unadorned = SiteView(gathered.site, Files())
    return references(
        gathered.site,
        list_url=unadorned.listing("blog") or unadorned.home,
        faulty=gathered.without_entry,
        files=[file.path for file in gathered.content],
    )


def settings_findings(
    gathered: Gathered, questions: SiteView, refer: References, *, legal: Iterable[str]
) -> Iterator[Diagnostic]:
    """What is wrong with `site.yaml` now that the rest of the site is known; `legal` are the texts with legal pages."""
    site, where, base = gathered.site, gathered.where, base_path(gathered.site.settings.url)
    yield from dead_menu_entries(site.settings, refer, base=base, where=where)
    yield from form_findings(site, questions.forms, refer, where)
    yield from hosting_findings(site.settings.business.legal.hosting, where)
    country = country_of(site.settings.business, site.settings.language)
    shown = {source: gathered.bodies[source] for source in legal}
    yield from legal_findings(shown, questions.legal, where, country=country)
    if site.settings.third_parties or site.settings.analytics:
        from sitegen.plan.third_party_findings import third_party_findings

        yield from third_party_findings(site.settings, where)


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is shown beside the texts, found and measured."""

    referred: Referred
    finder: Finder
    pictures: Pictured
    cards: Cards
    files: Files
    """What layouts can ask for."""

    def surroundings(self, questions: SiteView, refer: References, *, base: str) -> Surroundings:
        """What bodies are filled from."""
        return Surroundings(
            references=refer, files=self.referred.beside, pictures=self.pictures.views, questions=questions, base=base
        )


def look_at_pictures(root: Path, gathered: Gathered, refer: References, shelf: Shelf) -> Seen:
    """Find, measure and shrink the pictures of the site, and draw the cards of those who have none."""
    site = gathered.site
    showing = (*gathered.entries, *logo_entry(site.settings.theme, refer))
    found = referred(root, gathered, refer, shelf.memo, entries=showing)
    finder = finder_of(root, gathered, refer, found.beside)
    pictures = picture_site(gathered, found.showings(showing), finder, shelf, linked=found.linked)
    cards = cards_of(site, gathered.entries, pictures.views, shelf)
    files = Files(
        pictures=pictures.views,
        cards=cards.views,
        credits=pictures.credits,
        tints=pictures.tints,
        embedded=found.embedded,
    )
    return Seen(referred=found, finder=finder, pictures=pictures, cards=cards, files=files)


def seen_findings(gathered: Gathered, seen: Seen, refer: References) -> Iterator[Diagnostic]:
    """What is wrong with pictures, with sections that show them, and with the look."""
    site, views = gathered.site, seen.pictures.views
    yield from seen.pictures.findings
    yield from missing_images(gathered.entries, views, seen.finder)
    yield from section_findings(site, references=refer, pictures=views, where=gathered.where)
    logo_found = logo_of(site.settings.theme, views) is not None
    yield from theme_findings(site.settings.theme, gathered.where, logo_found=logo_found)


def theme_assets(
    layouts: Layouts, questions: SiteView, *, search: str
) -> tuple[dict[str, OutputFile], tuple[Diagnostic, ...]]:
    """Files of the theme by name that some page has a use for; stylesheets and the icon are made from its tokens."""
    made: dict[str, OutputFile] = {}
    findings: list[Diagnostic] = []
    idle = frozenset(idle_scripts(questions, search=search))
    for name, path in layouts.assets().items():
        if name in idle:
            continue
        if path.suffix in MADE_FROM_TOKENS:
            rendered = layouts.asset(name, questions)
            findings.extend(filter(None, (rendered.finding,)))
            text = rendered.html or ""
            made[name] = fingerprinted(name, (squeezed(text) if path.suffix == ".css" else text).encode())
        else:
            made[name] = fingerprinted(name, path.read_bytes())
    return made, tuple(findings)


def idle_scripts(questions: SiteView, *, search: str) -> Iterator[str]:
    """Scripts of the theme that no page of the site has a use for; they do not go out."""
    if not search:
        yield SCRIPT
    if not questions.consent().parties:
        yield CHOICES_ASSET
    if not any(script.asset == ANALYTICS_ASSET for script in questions.analytics_scripts()):
        yield ANALYTICS_ASSET


def replaced_contributions(site: Site, static: Iterable[StaticFile]) -> frozenset[str]:
    """What features would write and the owner has written herself: her own file counts."""
    generated = {contribution.output for feature in LINEUP for contribution in feature.contributions(site)}
    return frozenset(file.output for file in static if file.output in generated and file.file.startswith("static/"))


def clashes(routes: Sequence[Route], beside: Sequence[Claim], where: Whereabouts) -> Iterator[Diagnostic]:
    """What is wrong where several want a file of the output folder; pages come first, redirects last."""
    outputs = [*(route.output for route in routes), *(claim.output for claim in beside)]
    if not stand_apart(outputs):
        claimed = [claim_of(route) for route in routes]
        pages = (claim for claim in claimed if not claim.redirect)
        redirects = (claim for claim in claimed if claim.redirect)
        yield from collisions((*pages, *beside, *redirects), where)


def claims_beside(static: Iterable[StaticFile], site: Site, replaced: frozenset[str]) -> Iterator[Claim]:
    """Everybody but pages who wants a file of the output folder."""
    for file in static:
        yield Claim(output=file.output, owner=file.file, url=f"/{file.output}")
    for feature in LINEUP:
        for contribution in feature.contributions(site):
            if contribution.output not in replaced:
                yield Claim(output=contribution.output, owner=feature.name, url=f"/{contribution.output}")
    yield from index_claims(site.settings)


def addresses_of(outputs: Iterable[str], base: str) -> Iterator[str]:
    """The URL paths that files of the output folder answer, percent-decoded."""
    for output in outputs:
        url = f"{base}/{output}"
        plain = unquote(url) if "%" in url else url
        yield plain
        if url.endswith("/index.html"):
            yield plain.removesuffix("index.html")


def dead_menu_entries(settings: Settings, refer: References, *, base: str, where: Whereabouts) -> Iterator[Diagnostic]:
    """Entries of the navigation and the footer, and the notice, that name a file which is not published."""
    menus = {"navigation": settings.navigation, "footer": settings.footer}
    places: list[tuple[tuple[str | int, ...], Link]] = [
        ((name, number, "page"), link) for name, links in menus.items() for number, link in enumerate(links)
    ]
    if settings.notice and settings.notice.link:
        places.append((("notice", "link", "page"), settings.notice.link))
    for path, link in places:
        if not link_url(link.page, refer.urls, base):
            facts = {"title": link.title, "list": str(path[0])}
            yield from dead_menu_entry(link, refer, span=where.field(SITE_FILE, *path), facts=facts)


def dead_menu_entry(link: Link, refer: References, *, span: Span, facts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What is wrong with one of them; nothing where its file has a finding of its own."""
    path = link.page.partition("#")[0].removeprefix("content/")
    reference = refer.link(path, "content/")
    facts = {**facts, "page": link.page}
    if reference.meaning is Meaning.EXPIRED:
        yield Diagnostic(code="SG306", span=span, facts={"target": link.page})
    elif reference.meaning is Meaning.WITHHELD:
        yield Diagnostic(code="SG411", span=span, facts=facts)
    elif reference.meaning is not Meaning.FAULTY:
        yield Diagnostic(code="SG406", span=span, facts={**facts, "suggestion": meant(reference.suggestion)})
