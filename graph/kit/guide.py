"""The guide in the Browser's left drawer: a tour for each user, every query ready to run."""

from __future__ import annotations

import json

from graph.kit.library import USERS, Entry, literal
from graph.kit.style import rules

INTRODUCTION = {
    "scrutineer": "What repeats, what was said to be done and seen again, and where accounts differ.",
    "learning lead": "What was asked, what is said to be done, and what shows that it works.",
    "analyst": "Where every number comes from, and how to ask for more.",
}


def guide(asked: list[Entry], drawn: list[Entry], address: str) -> str:
    """The guide as HTML slides; `address` is where the kit is served."""
    from jinja2 import Environment, PackageLoader

    env = Environment(loader=PackageLoader("graph", "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    tours = [
        {
            "user": user,
            "about": INTRODUCTION[user],
            "pictures": [_shown(e) for e in drawn if user in e.users],
            "questions": [_shown(e) for e in asked if user in e.users],
        }
        for user in USERS
    ]
    return env.get_template("kit/guide.html").render(
        tours=tours, address=address, style="style " + json.dumps(rules(), separators=(",", ":"))
    )


def _shown(entry: Entry) -> dict[str, object]:
    """A title, the commands that set its parameters, and the statement without its comment lines."""
    statement = "\n".join(line for line in entry.text.splitlines() if not line.startswith("//"))
    commands = [(name, literal(value), f"param {name} => {literal(value)}") for name, value in entry.params.items()]
    return {"title": entry.title, "id": entry.id, "statement": statement, "commands": commands}
