"""Each kind of dependency broken on purpose once: the tests of stale pages must notice every one of them.

Part of `make soak`. A mutant that survives means that a test is missing in one of the modules `test_stale_…`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from sitegen.build import layouts as layouts_of_build
from sitegen.build import making, stages
from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.memory.trace import Change, FeatureTrace, Frame, Numbers, PageTrace, Trace
from sitegen.build.memory.trace_keeping import TraceKeeper
from sitegen.build.outputs import Contributed, Contributor
from sitegen.build.pages import looking
from sitegen.build.pages.examining import Anchors, Examiner, Verdict
from sitegen.build.pages.sorting import Sorter
from sitegen.build.result import Reason
from sitegen.build.texts import bodies, reading
from sitegen.build.texts.filling import Filled, FilledHtml
from sitegen.checks import margins
from sitegen.checks.finished import FinishedPage
from sitegen.output.manifest import Manifest
from sitegen.plan.policy import Policies
from sitegen.plan.questions import answers
from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.asked import Again, AskedSite
from sitegen.plan.questions.reach import Reach
from sitegen.plan.routes import Route
from sitegen.render import layouts
from sitegen.sources.scan import Signature, SourceFile
from stale_case import build_once
from stale_scenarios import scenarios
from warm_site import WarmSite

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not os.environ.get("SITEGEN_SOAK"), reason="some minutes: make soak"),
]

Break = Callable[[pytest.MonkeyPatch], None]


def replacing(owner: Any, name: str, value: object) -> Break:  # noqa: ANN401 - a module or a class
    """Put something else in the place of an attribute."""
    return lambda patch: patch.setattr(owner, name, value)


def wrapping(owner: Any, name: str, change: Callable[..., object]) -> Break:  # noqa: ANN401 - likewise
    """Put `change` around a function, which it is given first."""
    original = getattr(owner, name)
    return replacing(owner, name, lambda *given, **named: change(original, *given, **named))


def blind_to(reason: Reason) -> Break:
    """A page stands although there is this reason to make it again."""

    def why(original: Callable[..., Any], *given: object) -> object:
        found = original(*given)
        return None if found is not None and found.reason is reason else found

    return wrapping(Sorter, "_why", why)


def never_asking_again(name: str) -> Break:
    """One question is not asked again."""

    def digest(original: Callable[..., str], self: Again, question: Question, pages: object) -> str:
        return LAST_ANSWERS.get(question, "") if question[0] == name else original(self, question, pages)

    def remember(original: Callable[..., Trace], *given: object) -> Trace:
        trace = original(*given)
        LAST_ANSWERS.clear()
        LAST_ANSWERS.update(zip(trace.questions, trace.answers, strict=True))
        return trace

    def both(patch: pytest.MonkeyPatch) -> None:
        wrapping(TraceKeeper, "kept", remember)(patch)
        wrapping(Again, "digest", digest)(patch)

    return both


LAST_ANSWERS: Final[dict[Question, str]] = {}


def unnoted(name: str) -> Break:
    """One question is not written down."""

    def known(original: Callable[..., tuple[Question, ...]], asked: AskedSite) -> tuple[Question, ...]:
        return tuple(question for question in original(asked) if question[0] != name)

    return wrapping(layouts, "questions_of", known)


def frame_without(**fields: object) -> Break:
    """The frame leaves out something of the site."""

    def frame(original: Callable[..., Frame], site: Any, *given: object, **named: object) -> Frame:  # noqa: ANN401 - a site
        return original(msgspec.structs.replace(site, **fields), *given, **named)

    return wrapping(making, "frame_of", frame)


def frame_without_files(**fields: object) -> Break:
    """The frame leaves out something of the files."""

    def frame(original: Callable[..., Frame], site: object, files: Any, *given: object, **named: object) -> Frame:  # noqa: ANN401
        return original(site, msgspec.structs.replace(files, **fields), *given, **named)

    return wrapping(making, "frame_of", frame)


def frame_without_other(number: int) -> Break:
    """The frame leaves out something that lies beside the site."""

    def frame(original: Callable[..., Frame], site: object, files: object, others: Any, **named: object) -> Frame:  # noqa: ANN401
        rest = [other for index, other in enumerate(others) if index != number]
        return original(site, files, rest, **named)

    return wrapping(making, "frame_of", frame)


def without_digest_of(owner: Any, name: str) -> Break:  # noqa: ANN401 - a class
    """A property that is compared is always the same."""
    return replacing(owner, name, property(lambda _self: "the same"))


def only_mtime(file: SourceFile, *, settled_before: int) -> Signature | None:
    """A signature as make has it: the time of change of the content."""
    return (0, 0, file.signature[2], 0) if file.signature and settled_before else None


def with_all_features(patch: pytest.MonkeyPatch) -> None:
    """Files of features stand whatever the site says."""
    original = Contributor.__init__

    def init(self: Contributor, *given: Any) -> None:  # noqa: ANN401 - as there
        original(self, *given)
        self._change = Change.NOTHING

    patch.setattr(Contributor, "__init__", init)


def _unread(self: FilledHtml, source: str) -> str:
    return str(self._filled[source].html)


def _drafts_of_text_alone(patch: pytest.MonkeyPatch) -> None:
    original = bodies.Drafts.__init__

    def init(self: Any, entries: Any, texts: Any, settings: Any) -> None:  # noqa: ANN401 - as there
        original(self, entries, texts, settings)
        self.keys = {source: key_of(texts[source].digest) for source in self.keys}

    patch.setattr(bodies.Drafts, "__init__", init)


def _whatever_is_there(
    original: Callable[..., object], self: Memo, kind: str, _key: str, compute: object, **named: object
) -> object:
    return original(self, kind, "the same", compute, **named)


def _same_drafts(patch: pytest.MonkeyPatch) -> None:
    original = Filled.__init__

    def init(self: Filled, entries: Any, texts: Any, *given: Any, known: Any = None, **named: Any) -> None:  # noqa: ANN401 - as in `_drafts_of_text_alone`
        same = {
            source: msgspec.structs.replace(text, draft=texts.drafts[source])
            for source, text in (known or {}).items()
            if source in texts.drafts
        }
        original(self, entries, texts, *given, known=same, **named)

    patch.setattr(Filled, "__init__", init)


def _always_still(patch: pytest.MonkeyPatch) -> None:
    original = Filled.__init__

    def init(self: Filled, *given: Any, **named: Any) -> None:  # noqa: ANN401 - as there
        original(self, *given, **(named | {"change": Change.NOTHING}))

    patch.setattr(Filled, "__init__", init)


def _without_order(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(answers, "_ENCODE_IN_ORDER", answers._ENCODE)


def _reversed_later(original: Callable[..., list[FinishedPage]], self: Examiner, *pages: object) -> list[FinishedPage]:
    in_order = original(self, *pages)
    return in_order[::-1] if self._trace.pages else in_order


def _standing_by_name(manifest: Manifest, _statuses: object) -> dict[str, str]:
    return {path: entry.digest for path, entry in manifest.files.items()}


def _unlinked(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return key_of(*(path.read_bytes() for path in files))


def _still_with_any_gist(self: looking.Looker, route: Route, _html: bytes | None) -> PageTrace | None:
    return self._before.get(route.output)


def _without_margins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(margins, "_margins", {})
    patch.setattr(margins, "gist_of_margin", lambda _nodes: "")


def _any_outline(
    original: Callable[..., object], self: Memo, kind: str, key: str, compute: object, **named: object
) -> object:
    return original(self, kind, "the same" if kind == "outline" else key, compute, **named)


def _all_texts_quiet(original: Callable[..., Verdict], self: Examiner) -> Verdict:
    filled = self._filled
    return msgspec.structs.replace(original(self), quiet_texts={source: filled.trace(source) for source in filled})


def _all_features_fine(original: Callable[..., Contributed], self: Contributor) -> Contributed:
    made = original(self)
    fine = {file.path: FeatureTrace(file.digest, {}) for file in made.files}
    return msgspec.structs.replace(made, traces=made.traces or fine)


def _old_policies(patch: pytest.MonkeyPatch) -> None:
    last: list[str] = []

    def remember(original: Callable[..., Trace], *given: object) -> Trace:
        trace = original(*given)
        last[:] = filter(None, [trace.policies])
        return trace

    def digest(original: Callable[..., str], value: object) -> str:
        return last[0] if last and isinstance(value, Policies) else original(value)

    wrapping(TraceKeeper, "kept", remember)(patch)
    wrapping(making, "digest_of_value", digest)(patch)


MUTANTS: Final[dict[str, Break]] = {
    **{
        f"sorting: {reason.value} is no reason": blind_to(reason)
        for reason in Reason
        if reason.value not in {"new", "policy"}
    },
    "sorting: output files are taken on trust": replacing(stages, "standing_files", _standing_by_name),
    "making: another policy does not matter": _old_policies,
    "filling: texts are what they were": _same_drafts,
    "filling: answers are what they were": _always_still,
    "bodies: remembered without how they are rendered": _drafts_of_text_alone,
    "bodies: what pages show of them does not matter": replacing(bodies.Bodies, "view", lambda *_: "the same"),
    "bodies: what they refer to is known": replacing(bodies.Bodies, "digest", property(lambda _self: "the same")),
    "memo: the latest is always right": wrapping(Memo, "remember_latest", _whatever_is_there),
    "examining: no addresses": without_digest_of(Examiner, "_addresses"),
    "examining: no context": without_digest_of(Examiner, "_context"),
    "examining: no manner": without_digest_of(Examiner, "_manner"),
    "examining: no matter": replacing(Examiner, "_matter_of_site", lambda _self: "the same"),
    "examining: anchors of others do not matter": wrapping(
        looking.Looker, "seen", lambda original, *given: msgspec.structs.replace(original(*given), anchors="")
    ),
    "examining: nothing on pages that stand can be pointed at": replacing(
        Anchors, "_standing", lambda _self, _route: ()
    ),
    "examining: facts that are compared do not matter": wrapping(
        looking.Looker, "seen", lambda original, *given: msgspec.structs.replace(original(*given), shared="")
    ),
    "examining: loud pages are forgotten": replacing(Examiner, "_loud", lambda _self, _findings: frozenset()),
    "examining: loud texts are forgotten": wrapping(Examiner, "verdict", _all_texts_quiet),
    "examining: the site is always quiet": replacing(
        Examiner, "_site_has_changed", property(lambda self: not self._trace.pages)
    ),
    "examining: words in texts do not matter": replacing(Examiner, "_says_what_counts", False),
    "examining: pages in another order": wrapping(Examiner, "_in_order", _reversed_later),
    "looking: another gist has the same facts": replacing(looking.Looker, "_still", _still_with_any_gist),
    "gist: what stands around main says nothing": _without_margins,
    "layouts: blocks are where they were": wrapping(Memo, "remember", _any_outline),
    "trace: whatever was answered once is told": replacing(
        Trace, "told", lambda self, _output: zip(self.questions, self.answers, strict=True)
    ),
    "reading: times are trusted": replacing(reading, "signature_of", only_mtime),
    "features: bodies do not matter": replacing(FilledHtml, "__getitem__", _unread),
    "features: the site does not matter": with_all_features,
    "features: what was wrong is forgotten": wrapping(Contributor, "contribute", _all_features_fine),
    **{
        f"asked: {name} is not asked again": never_asking_again(name)
        for name in (
            "neighbours",
            "related",
            "latest",
            "pages",
            "terms",
            "services",
            "data",
            "navigation",
            "discussion",
        )
    },
    **{
        f"asked: {name} is not written down": unnoted(name)
        for name in ("neighbours", "related", "latest", "pages", "terms", "services", "data", "discussion", "listed")
    },
    "asked: the order of data does not matter": _without_order,
    "frame: no posts": frame_without_other(5),
    "frame: no pages": frame_without(pages=()),
    "frame: no services": frame_without(services=()),
    "frame: no authors": frame_without(authors=()),
    "frame: no comments": frame_without(comments={}),
    "frame: no pictures": frame_without_files(pictures={}),
    "frame: no form key": frame_without_other(0),
    "frame: no files": frame_without_other(1),
    "frame: no data": frame_without_other(3),
    "frame: no published addresses": frame_without_other(4),
    "frame: no time": replacing(Frame, "is_in_time", lambda _self, _now: True),
    "frame: for a month": wrapping(
        stages, "unchanged_until", lambda original, *given, **named: original(*given, **named) + timedelta(days=30)
    ),
    "frame: layouts that are linked to do not matter": replacing(layouts_of_build, "digest_of_folder", _unlinked),
    "frame: no words": wrapping(
        making, "frame_of", lambda original, *given, **named: original(*given, **(named | {"words": ""}))
    ),
    "filling: no text names a post": replacing(bodies.Bodies, "calls", lambda _self, _source: False),
    "reach: nobody stands beside anybody": replacing(Reach, "_beside", frozenset()),
    "reach: no list holds a post": replacing(Again, "holds", lambda *_: False),
    "reach: every answer is its own": replacing(Reach, "among", lambda *_: iter(())),
    "trace: numbers of the last build": replacing(Numbers, "renewed", lambda _self, page, _before: page),
}


SCENARIOS: Final = dict(scenarios())
KILLERS: Final[dict[str, int]] = {}
"""What has killed a mutant is tried on the next one first."""


@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS.keys())
def test_a_broken_dependency_is_noticed(
    mutant: Break, tmp_path: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    mutate = pytest.MonkeyPatch()
    mutant(mutate)
    try:
        killer = next(_killers(build_once(tmp_path / "built"), tmp_path), "")
    finally:
        mutate.undo()
    with capsys.disabled():
        sys.stderr.write(f"\n{request.node.callspec.id}: {killer or 'SURVIVED'}\n")
    assert killer


def _killers(built: Path, folder: Path) -> Iterator[str]:
    for number, name in enumerate(sorted(SCENARIOS, key=lambda name: -KILLERS.get(name, 0))):
        place = folder / str(number)
        place.mkdir()
        try:
            SCENARIOS[name](WarmSite.copied(place / "site", place / "copies", built), place)
        except Exception:  # noqa: BLE001 - a mutant that breaks a build is dead as well
            KILLERS[name] = KILLERS.get(name, 0) + 1
            yield name
