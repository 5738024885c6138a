"""The status of an action as a reader takes it by itself: as printed where that says something, else in words.

A status column prints a word or a colour of its own; a colour means what a key or the words beside it say, which
is told with it. Read from running text it is no more than the verb that it was
read from ("is being"), a part of the action's own words, which says nothing without the rest of its sentence.
"""

from __future__ import annotations

from graph import model
from graph.memory import Graph
from graph.project.items import STATUS_WORDS
from graph.text import key

PROMISED = "promised"
_COLOURS = ("red", "amber", "green", "blue", "black", "grey", "gray", "purple", "yellow", "orange", "white")


def add_status_told(graph: Graph) -> None:
    """Set `statusTold` of every action."""
    for action in graph.all(model.Action):
        graph.change(action, statusTold=_told(action))


def _told(action: model.Action) -> str:
    if action.statusPrinted and key(action.statusPrinted) in _COLOURS and action.status != "not-stated":
        return f"{STATUS_WORDS[action.status]} (printed: {action.statusPrinted})"  # "Blue", beside "Paused until May"
    if action.statusPrinted and not fragment(action.statusPrinted, action.text):
        return action.statusPrinted
    if action.promise and action.status == "not-started":
        return PROMISED  # that it has not begun is more than a promise says
    return STATUS_WORDS[action.status]


def fragment(printed: str, text: str) -> bool:
    """Whether it is a part of the action's own words; the whole of them is a sentence."""
    part, whole = (key(words).strip(" .;:") for words in (printed, text))
    return part in whole and "" != part != whole
