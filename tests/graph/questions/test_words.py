"""The telling words of a draft, and what a header may say besides."""

from __future__ import annotations

import pytest

from graph.questions import HeaderError, find_question, parse
from graph.questions.words import telling_words


def test_telling_words_leave_out_what_is_silent_or_common() -> None:
    found = telling_words("Practitioners should improve the supervision of families")
    assert found == ["oversight|supervise|supervised|supervision|supervisor|supervisory"]
    assert telling_words("the child and the family") == []
    assert telling_words("Checklists, checklists and 12 checklists") == ["checklist"]
    assert telling_words("") == []


def test_a_header_may_say_its_scope_and_why_it_is_empty() -> None:
    question = find_question("tackled-elsewhere")
    assert (question.scope, bool(question.empty)) == ("everything", True)
    assert find_question("good-practice").scope == "partnership"
    with pytest.raises(HeaderError, match="none of partnership, everything"):
        parse(question.text.replace("// scope: everything", "// scope: all", 1), "tackled-elsewhere.cypher")
