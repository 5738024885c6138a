"""Files made to be sent: wrong use is a sentence, and says what to write instead."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from graph.cli import cli


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["brief", "seven-minute", "-o", "a.docx"], "needs -p theme="),
        (["brief", "closure", "-o", "a.docx"], "needs --since DATE"),
        (["brief", "closure", "--since", "May", "-o", "a.docx"], "is a date such as"),
        (["brief", "scrutiny", "-p", "review=Ash", "-o", "a.docx"], "takes partnership, theme"),
        (["brief", "scrutiny", "-o", "a.pdf"], "a briefing is a Word file"),
        (["brief", "nothing", "-o", "a.docx"], "is not one of"),
        (["ask", "recurring-themes", "--format", "xlsx"], "needs a file"),
        (["ask", "recurring-themes", "-o", "a.txt"], "a file is xlsx, csv or json"),
        (["ask", "--all", "-o", "a.csv"], "one CSV file holds one table"),
        (["ask", "recurring-themes", "--internal"], "needs a file"),
    ],
)
def test_wrong_use_is_a_sentence(words: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, words)
    assert done.exit_code != 0
    assert told in done.output + str(done.exception)
