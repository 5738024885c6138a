"""What is made to be sent is safe by default: the one place that knows how.

Made to be sent: the explorer page, briefings, workbooks, every answer written to a file (`ask … -o FILE`) and exports.
Not made to be sent: what a command prints on the terminal or into a pipe for the person who asked.

- `people`, `alone`, `known`: names of persons, found in running text by the words beside them, by their place, and
  wherever they stand once they are known.
- `unknown`, `pseudonyms`: every other capitalised word that nobody knows, but for the pseudonyms a document gives.
- `details`, `places`, `days`: numbers, addresses, contacts, names of schools, days of birth, death and incident.
- `texts`: all of these, done visibly, and the words of passages that are not to be quoted left out.
- `counts`: counts of children under 3 hidden, with others, so that no sum gives them away.
- `answers`: both, on the rows of a question; counts of children only in fixed tables, same-child links never.
- `export`: the same for nodes and relationships.
"""

from graph.sharing.answers import NOT_SENT, shared
from graph.sharing.counts import HIDDEN, SMALL
from graph.sharing.headings import SERIOUS_INCIDENT, heading_of
from graph.sharing.people import names_in, people_in
from graph.sharing.texts import INTERNAL, Texts, texts_of
from graph.sharing.vocabulary import LEFT_OUT

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
]
