"""The text of structured data: the same data again, and nothing in it that means something to HTML or to a script."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sitegen.plan.structured_data.things import CONTEXT, as_text, thing

SIGNS = "<>&\u2028\u2029"


@given(st.lists(st.text(st.one_of(st.sampled_from(f'{SIGNS}\u2027\u202aä„"\\'), st.characters(codec="utf-8")))))
def test_it_is_the_same_data_and_holds_no_sign_of_html(names: list[str]) -> None:
    things = [thing("Thing", {"name": name}) for name in names]
    text = as_text(things)
    assert (json.loads(text) if text else {"@context": CONTEXT, "@graph": []}) == {
        "@context": CONTEXT,
        "@graph": things,
    }
    assert not set(SIGNS) & set(text)
