"""The explorer: one HTML file to look at, without a network. It opens on what was seen again, not on a picture."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.views.explorer.overview import overview
from graph.views.rows import plain

if TYPE_CHECKING:
    from graph.store import Store

PARTS = ("themes", "points", "steps", "again")


def data(store: Store) -> dict[str, Any]:
    """What the page holds, as plain JSON: {themes, points, steps, again, overview, around}."""
    found: dict[str, Any] = {part: plain(store.read(_cypher(part))) for part in PARTS}
    for item in (*found["points"], *found["steps"]):
        item["bodies"] = sorted(set(_flat(item["bodies"])))
    found["overview"] = overview(found["themes"], found["points"])
    return found


def write_page(store: Store, path: Path, around: str | None = None) -> Path:
    """Write the page to `path` (UTF-8) and return it; `around` is the id of the theme it opens on."""
    from jinja2 import Environment, PackageLoader

    env = Environment(loader=PackageLoader("graph", "templates"), autoescape=True)
    held = data(store) | {"around": around}
    page = env.get_template("explorer.html").render(data=held, vis=_vis_library())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return path


def _cypher(part: str) -> str:
    return files("cypher").joinpath("explorer", f"{part}.cypher").read_text(encoding="utf-8")


def _vis_library() -> str:
    """vis-network as bundled with pyvis; it goes into the page so that nothing is fetched."""
    library = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return library.read_text(encoding="utf-8").replace("</script", "<\\/script")


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif value is not None:
        yield value
