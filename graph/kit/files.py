"""Writes the kit: every file follows from the model and the question library, byte for byte the same each time."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from graph.kit.guide import guide
from graph.kit.library import Entry, entries, pictures
from graph.kit.settings import docker_env, links, settings
from graph.kit.style import grass, rules

FOLDER = "Golden Thread"


def write_kit(folder: Path, address: str) -> list[Path]:
    """Write the kit into `folder`; `address` is where the Browser will find it, such as `http://localhost:7484`.

    Returns the paths of the files; README.txt says what each is for.
    """
    asked, drawn = entries(), pictures()
    made: dict[str, bytes] = {
        "golden-thread.grass": grass().encode(),
        "style.json": (json.dumps(rules(), indent=1) + "\n").encode(),
        "guide.html": guide(asked, drawn, address).encode(),
        "favourites.zip": favourites(asked, drawn),
        "parameters.txt": parameters([*drawn, *asked]).encode(),
        "neo4j.conf": settings(address).encode(),
        "docker.env": docker_env(address).encode(),
        "links.txt": links(drawn).encode(),
        "README.txt": README.encode(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def favourites(asked: list[Entry], drawn: list[Entry]) -> bytes:
    """One zip of `.cypher` files: dropped on the Browser, its folders become folders of favourites.

    A favourite's title is its first comment line; questions keep their header below it, pictures come first.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for group, found in (("pictures", drawn), ("questions", asked)):
            for number, entry in enumerate(found, 1):
                needs = ", ".join(f"${name}" for name in entry.params)
                title = f"// {number:02} {entry.title}" + (f" ({needs})" if needs else "")
                name = f"{FOLDER} {group}/{number:02} {entry.id}.cypher"
                info = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
                archive.writestr(info, f"{title}\n{entry.text}")
    return packed.getvalue()


def parameters(found: list[Entry]) -> str:
    """For each question and picture, the lines that set its parameters, ready to paste one after the other."""
    blocks = [f"{e.id}: {e.title}\n" + "\n".join(e.lines()) for e in found if e.params]
    return "\n\n".join(blocks) + "\n"


README = """Golden Thread in Neo4j Browser

1. goldenthread kit --serve keeps this folder within reach of the Browser on this machine.
2. The lines of neo4j.conf apply style and guide after each login; restart the server after adding them.
   With docker compose they come from docker.env, where this folder is browser-kit beside docker-compose.yml.
   Without them: drop golden-thread.grass on the Browser's page, and run :guide with the address that --serve prints.
3. Drop favourites.zip on the Browser's page: every question and picture becomes a favourite. Drop it once only.
4. Questions need all their parameters. parameters.txt has the lines for each; run them first, then the question.
5. The Browser draws at most 300 nodes and shows at most 1000 rows of a table.

Read only: the community edition of Neo4j knows no roles, so every user can write. What helps:
- :config useReadTransactions: true refuses writes until somebody switches it off again;
- server.databases.read_only=neo4j in neo4j.conf refuses every write. Load first, then add it and restart: an empty
  database would not open. Take it out before the next load.
Nothing is lost either way: goldenthread load writes the graph again from the collection.

What the Browser shows is not for sharing: it holds every quotation and every child's published details.
"""
