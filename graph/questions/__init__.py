"""The question library: one `.cypher` file a question, asked the same from everywhere.

`questions()` lists them, `find_question(id)` gives one, `ask(store, id, params)` answers it with evidence, denominator
and coverage. No question's logic lives here.
"""

from graph.questions.header import Column, HeaderError, Param, Question, parse
from graph.questions.library import find_question, questions, statement
from graph.questions.run import Answer, ask
from graph.questions.settled import Reader

__all__ = [
    "Answer",
    "Column",
    "HeaderError",
    "Param",
    "Question",
    "Reader",
    "ask",
    "find_question",
    "parse",
    "questions",
    "statement",
]
