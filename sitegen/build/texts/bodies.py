"""Bodies of entries, remembered by the bytes of their file: Markdown is most of the time of a cold build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memory.boxes import Boxes
from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.result import Progress
from sitegen.build.texts.reading import SourceText
from sitegen.diagnostics import Diagnostic
from sitegen.model.body import Body, CallSlot
from sitegen.model.entries import Entry
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.settings.settings import Settings
from sitegen.text.tone import Tone, may_stray

if TYPE_CHECKING:
    from sitegen.build.texts.ahead import Ahead

_HTML: Final = "html"
_BODY: Final = "bodies"
_DECODE: Final = msgspec.msgpack.Decoder(Body).decode
WORTH: Final = 12
"""Texts for each worker; fewer are rendered sooner than a worker is made."""
_HELD: Final = 8 * 2**20
"""Bytes of texts that stay in memory for whoever looks for something in them; the rest is read again."""


def at_leisure(_shared: bool) -> None:  # noqa: FBT001 -- as `bodies_of` calls it
    """Nothing that could be done while others work."""


class Bodies(Mapping[str, Body]):
    """Bodies by source file, taken apart when somebody asks for one, and without their HTML, which is looked up then.

    So a site of which one text has changed never holds the others. What was taken apart is not held, either: that would
    take several times as long as doing it again.
    """

    def __init__(
        self, faces: Mapping[str, Face], drafts: Drafts, memo: Memo, *, boxes: Boxes, fresh: Mapping[str, bytes]
    ) -> None:
        """`boxes` hold the bodies in MessagePack by the keys of their drafts.

        `fresh` is the HTML of those that were rendered now, in UTF-8, by the same keys.
        """
        self._faces = faces
        self._drafts = drafts
        self._memo = memo
        self._boxes = boxes
        self._fresh = fresh
        self._htmls: dict[str, bytes] = {}
        """Of those that were looked up and that nobody has taken yet."""

    def __getitem__(self, source: str) -> Body:
        if source not in self._faces:
            raise KeyError(source)
        packed = self._boxes.get(self._drafts.keys[source])
        return _DECODE(packed) if packed else msgspec.structs.replace(rendered(self._drafts.of(source)), html="")

    def __contains__(self, source: object) -> bool:
        return source in self._faces

    def __iter__(self) -> Iterator[str]:
        return iter(self._faces)

    def __len__(self) -> int:
        return len(self._faces)

    @property
    def digest(self) -> str:
        """The digest of all of them but for their HTML."""
        return key_of("".join(f"{source} {face.digest}" for source, face in self._faces.items()))

    def findings(self, source: str) -> tuple[Diagnostic, ...]:
        """What is to be said about one; mostly nothing."""
        return self._faces[source].findings

    def calls(self, source: str) -> bool:
        """Whether one asks the site for something by a shortcode."""
        return self._faces[source].calls

    @property
    def referring(self) -> dict[str, Body]:
        """Those that concern more of the site than their own pages (`Body.refers`)."""
        return {source: self[source] for source, face in self._faces.items() if face.refers}

    @property
    def drafts(self) -> Mapping[str, str]:
        """The keys of what bodies were rendered from, by source."""
        return self._drafts.keys

    def may_stray(self, source: str, answers: Iterable[str]) -> bool:
        """Whether one, with these `answers` in its slots, may hold words in another tone than its own.

        Those of shortcodes may be parts of words; all others are elements and addresses.
        """
        face = self._faces[source]
        return face.strays or face.calls or may_stray("\n".join(answers), self._drafts.tone(source))

    def view(self, source: str) -> str:
        """The digest of all that a page can show of one, as long as its slots have the same answers."""
        return self._faces[source].view

    def expect(self, sources: Iterable[str]) -> None:
        """Say whose HTML will be asked for next: sixteen are looked up together in the time of six."""
        keys = {source: self._drafts.keys[source] for source in sources}
        wanted = {key: source for source, key in keys.items() if key not in self._fresh}
        htmls = self._memo.remember_all(_HTML, wanted, self._render, type=bytes) if wanted else {}
        self._htmls.update((source, htmls[key]) for source, key in keys.items() if key in htmls)

    def html(self, source: str) -> str:
        """The HTML of one, with gaps for its slots; where it was not rendered now, it is looked up each time."""
        html = self._fresh.get(self._drafts.keys[source])
        if html is None:
            if source not in self._htmls:
                self.expect((source,))
            html = self._htmls.pop(source)
        return html.decode()

    def _render(self, sources: Iterable[str]) -> list[bytes]:
        return [rendered(self._drafts.of(source)).html.encode() for source in sources]


def bodies_of(
    entries: Iterable[Entry],
    texts: Mapping[str, SourceText],
    settings: Settings,
    *,
    memo: Memo,
    crew: Crew,
    progress: Progress,
    meanwhile: Callable[[bool], None] = at_leisure,
    ahead: Ahead | None = None,
) -> Bodies:
    """The body of every entry that has a file; `ahead` are those that copies render already.

    Where any is rendered, `meanwhile` is called before this process renders, and told whether others are at work.
    """
    drafts = Drafts(entries, texts, settings)
    boxes, bodies = Boxes(memo, _BODY), dict[str, bytes]()
    fresh: dict[str, bytes] = {}

    def render(sources: Sequence[str]) -> Iterator[Face]:
        held = 0
        missing = [drafts.of(source) for source in sources]
        made = ahead.bodies(meanwhile) if ahead else {}
        rest = [draft for draft in missing if draft.key not in made]
        if rest:
            made |= fresh_of(rest, crew=crew, progress=progress, meanwhile=at_leisure if ahead else meanwhile)
        for draft in missing:
            one = made[draft.key]
            bodies[draft.key], fresh[draft.key] = one.body, one.html
            held += len(draft.text.raw)
            if held > _HELD:
                draft.text.forget()
            yield one.face

    wanted = {key: source for source, key in drafts.keys.items()}
    faces = memo.remember_together("face", wanted, render, type=Face)
    if bodies:
        memo.put_held(_HTML, fresh)
        boxes.keep(bodies, wanted=wanted)
    return Bodies({source: faces[key] for source, key in drafts.keys.items()}, drafts, memo, boxes=boxes, fresh=fresh)


def fresh_of(
    drafts: Sequence[Draft], *, crew: Crew, progress: Progress, meanwhile: Callable[[bool], None]
) -> dict[str, Fresh]:
    """All of them rendered, by key; `meanwhile` as for `bodies_of`."""
    import sitegen.render.markdown.engine  # noqa: F401 -- once, before the workers are made

    ordered = sorted(drafts, key=is_plain)
    watch = partial(progress, "markdown")
    with crew.begin(taken_apart, ordered, type=Fresh, worth=WORTH, watch=watch) as job:
        meanwhile(job.is_shared)
        return {draft.key: one for draft, one in zip(ordered, job.results(), strict=True)}


class Face(msgspec.Struct, frozen=True, array_like=True):
    """What every build needs of a body; the rest is looked up where somebody asks for it."""

    digest: str
    view: str
    """The digest of what layouts are given of it, but for the answers of its slots."""
    findings: tuple[Diagnostic, ...] = ()
    calls: bool = False
    """Whether it asks the site for something by a shortcode, which may answer in the words of a post."""
    refers: bool = False
    """As `Body.refers`."""
    strays: bool = False
    """Whether it may hold words in another tone than its own, but for those of its slots."""


class Fresh(msgspec.Struct, frozen=True, array_like=True):
    """A body that was rendered now, small enough to be handed on and held: as values it is several times as large."""

    face: Face
    body: bytes
    """MessagePack, without its HTML."""
    html: bytes
    """UTF-8."""


def is_plain(draft: Draft) -> bool:
    """Whether a text that was read holds no code to be marked: learning a language takes as long as forty texts.

    Those with code are rendered first, by the copies that begin first, so that not every process learns it.
    """
    known = draft.text.known
    if known is None or not draft.manner.options.highlight:
        return True
    return b"`" not in known or b"```" not in known  # one sign is found ten times as fast as three


def taken_apart(draft: Draft) -> Fresh:
    """Its body, rendered now. Raises ValueError as `rendered` does."""
    body = rendered(draft)
    html, packed = body.html.encode(), msgspec.msgpack.encode(msgspec.structs.replace(body, html=""))
    view = key_of(html, msgspec.msgpack.encode((body.headings, body.has_ad)))
    calls = any(isinstance(slot, CallSlot) for slot in body.slots)
    strays = may_stray(body.html, draft.manner.options.tone)
    return Fresh(Face(key_of(packed), view, body.findings, calls, body.refers, strays), packed, html)


class Manner:
    """How texts are to be rendered."""

    __slots__ = ("key", "options")

    def __init__(self, options: MarkdownOptions) -> None:
        self.options: Final = options
        self.key: Final = key_of(msgspec.msgpack.encode(options))


class Draft:
    """A text and how it is to be rendered."""

    __slots__ = ("key", "manner", "text")

    def __init__(self, text: SourceText, manner: Manner) -> None:
        self.text: Final = text
        self.manner: Final = manner
        self.key: Final = text.digest + manner.key
        """What its body is remembered by."""


def options_of(settings: Settings, tone: Tone) -> MarkdownOptions:
    """How the texts of a site are rendered that address their readers in `tone`."""
    return MarkdownOptions(language=settings.language, tone=tone, highlight=settings.markdown.highlight)


class Drafts:
    """The texts of a site, of which most are never rendered: their keys are known before they are drafts."""

    def __init__(self, entries: Iterable[Entry], texts: Mapping[str, SourceText], settings: Settings) -> None:
        self._texts = texts
        self._manners = cache(lambda tone: Manner(options_of(settings, tone)))
        self._usual = self._manners(settings.tone)
        self._tones = {entry.source: entry.tone for entry in entries if entry.source}
        usual = self._usual.key
        self.keys = {
            source: texts[source].digest + (self._manners(tone).key if tone else usual)
            for source, tone in self._tones.items()
        }
        """What each body is remembered by, by source."""

    def tone(self, source: str) -> Tone:
        """How one speaks to its readers."""
        return self._tones[source] or self._usual.options.tone

    def of(self, source: str) -> Draft:
        """One of them."""
        tone = self._tones[source]
        return Draft(self._texts[source], self._manners(tone) if tone else self._usual)


def remembered_body(text: SourceText, options: MarkdownOptions, memo: Memo) -> Body:
    """The body of one file, from the memo or rendered now."""
    draft = Draft(text, Manner(options))
    return memo.remember("body", draft.key, partial(rendered, draft), type=Body)


def rendered(draft: Draft) -> Body:
    """The body of a text. Raises ValueError where front matter and body cannot be told apart."""
    from sitegen.render.markdown import render_body
    from sitegen.sources.document import read_body

    body = read_body(draft.text.path, draft.text.raw)
    if body is None:
        raise ValueError(f"no body in {draft.text.path}: it has no entry either")
    return render_body(body, draft.manner.options)
