"""The page itself: template, style, scripts and data in one file that fetches nothing and runs only its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.questions.settled import settled
from graph.views.explorer.holding import held

if TYPE_CHECKING:
    from graph.store import Store

SCRIPTS = (
    "dom",
    "data",
    "sentences",
    "timeline",
    "parts",
    "panel",
    "filters",
    "overview",
    "stories",
    "theme",
    "places",
    "partnership",
    "table",
    "app",
)


def write_page(
    store: Store,
    path: Path,
    start: str | None = None,
    *,
    internal: bool = False,
    tell: Callable[[str], object] = lambda _said: None,
) -> Path:
    """Write the page of an open store to `path` (UTF-8) and return it; `start` is the place it opens on, `theme/ID`.

    It is safe to send (see `graph.sharing`), unless it is `internal`: then it says so on every screen and sheet. Where
    a load was under way the page says so, and `tell` gets the sentence.
    """
    data, said = settled(store, lambda: held(store, internal=internal, start=start))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page_of(data | {"notes": said}), encoding="utf-8")
    for sentence in said:
        tell(sentence)
    return path


def page_of(data: dict[str, Any], start: str | None = None) -> str:
    """The HTML of what the page holds (see `held`). Only the two scripts of the page itself may run, by their hash."""
    from jinja2 import Environment, PackageLoader

    env = Environment(loader=PackageLoader("graph", "templates"), autoescape=True)
    scripts = [_vis_library(), "'use strict';\n(() => {\n" + "\n".join(_script(name) for name in SCRIPTS) + "\n})();"]
    return env.get_template("explorer/page.html").render(
        data=data | {"start": start or data.get("start")},
        style=_text("style.css"),
        scripts=scripts,
        allowed=" ".join(f"'sha256-{_digest(script)}'" for script in scripts),
    )


def _text(name: str) -> str:
    return files("graph").joinpath("templates", "explorer", name).read_text(encoding="utf-8")


def _script(name: str) -> str:
    return _text(f"{name}.js")


def _vis_library() -> str:
    """vis-network as bundled with pyvis; it goes into the page so that nothing is fetched."""
    library = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    text = library.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
