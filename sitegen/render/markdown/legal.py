"""Legal pages in a text: `{{ legal "impressum" }}` becomes a slot that takes a paragraph of its own.

Only the name is checked here; what the page says depends on the site. Own texts stand above and below it.
"""

from __future__ import annotations

from typing import Final, get_args

from sitegen.diagnostics.catalogue.legal import pages_in_words
from sitegen.legal.document import Kind
from sitegen.model.body import CallSlot
from sitegen.plan.legal import LEGAL
from sitegen.render.markdown.commands import Parameter, Told, Usage
from sitegen.render.markdown.passages import Passage, ready
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.tokens import Token
from sitegen.text.suggest import closest

USAGE: Final = Usage(
    parameters=(Parameter(name="page", required=True, positional=True),), example='{{ legal "impressum" }}'
)
KINDS: Final[tuple[str, ...]] = get_args(Kind)


def write_legal(token: Token, told: Told, at: Stretch, passage: Passage) -> bool:
    """Make the shortcode `token` a slot; False, with a finding, if there is no such page."""
    typed, sheet = told.values["page"], passage.sheet
    kind = typed.strip().lower()
    if kind not in KINDS:
        near = closest(kind, KINDS, cutoff=0.6)
        span = at.span(told.offsets["page"], len(typed))
        sheet.report("SG861", span, value=typed, hint=pages_in_words(near, KINDS))
        return False
    span = passage.span(token)
    options = {"tone": sheet.options.tone.value}
    slot = CallSlot(name=LEGAL, arguments=(kind,), options=options, line=span.line, column=span.column)
    token.meta |= {"embed": True, "plain": "", "source": token.content}
    ready(token, f"{sheet.gap(slot)}\n")
    return True
