"""What is made to be sent is safe by default: the one place that knows how.

Made to be sent: the explorer page, briefings, workbooks, every answer written to a file (`ask … -o FILE`) and exports.
Not made to be sent: what a command prints on the terminal or into a pipe for the person who asked.

- `people`: names of officials, found in running text and visibly left out; `texts` applies that and leaves out the
  words of passages that are not to be quoted.
- `counts`: counts of children under 3 hidden, with others, so that no sum gives them away.
- `answers`: both, on the rows of a question; counts of children only in fixed tables, same-child links never.
- `export`: the same for nodes and relationships.
"""

from graph.sharing.answers import NOT_SENT, shared
from graph.sharing.counts import HIDDEN, SMALL
from graph.sharing.headings import SERIOUS_INCIDENT, heading_of
from graph.sharing.people import LEFT_OUT, names_in, people_in, without
from graph.sharing.texts import INTERNAL, Texts, texts_of

__all__ = [
    "HIDDEN",
    "INTERNAL",
    "LEFT_OUT",
    "NOT_SENT",
    "SERIOUS_INCIDENT",
    "SMALL",
    "Texts",
    "heading_of",
    "names_in",
    "people_in",
    "shared",
    "texts_of",
    "without",
]
