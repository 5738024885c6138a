"""Saved web pages to blocks: the main part of the page, without what every page of a site repeats.

Nothing a page names is fetched and nothing in it is run. `line` is the line of the file where the block begins.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from graph.errors import UnreadableDocument
from graph.text import joined
from loaders.blocks import BlockKind, SourceText
from loaders.formats.flow import finish
from loaders.formats.html.bytes import decoded, page_of_archive
from loaders.formats.html.flow import Flow
from loaders.formats.html.tags import is_around, words

_SAVE = "open it in a browser, print it to PDF and load that"
_MOST_ATTRIBUTES = 1000  # of one tag
_MOST_TAGS = 400_000  # opening and closing; the longest reports as pages have some ten thousand
_LEAST = 0.3  # of the page's words that a main part must hold to be believed
_NO_TITLES = ("document", "untitled", "untitled document", "home", "page", "index", "new page", "web page", "webpage")


def read_html(path: Path, data: bytes) -> SourceText:
    """Read a saved web page into blocks.

    Args:
        path: the file, for its name only.
        data: its bytes (.html, .xhtml, or .mhtml with its parts in one file).

    Returns:
        Blocks in order with `line`, the line of the file where they begin (of the page's part in an .mhtml file); one
        page of all text. What stands around the main part (menus, site header and footer) is furniture.

    Raises:
        UnreadableDocument: no web page, no text, nested without end, or with declarations of entities.
    """
    source = SourceText(path.name, hashlib.sha256(data).hexdigest(), "html")
    body, charset = page_of_archive(path, data)
    root = _parsed(path, decoded(path, body, charset, source.notes))
    title = next((joined(one.text or "") for one in root.iter("title")), "")
    title = "" if title.casefold() in _NO_TITLES else title
    if title:
        source.metadata["title"] = title
    page = root.find("body")
    page = root if page is None else page
    flow = Flow(_main(page))
    try:
        drafts = flow.of(page)
    except RecursionError:
        raise _deep(path) from None
    finish(source, drafts)
    source.notes += flow.report()
    if not any(block.kind is not BlockKind.FURNITURE for block in source.blocks):
        raise UnreadableDocument("there is no text in the page", str(path), _SAVE)
    return source


def _parsed(path: Path, text: str) -> Any:
    from lxml import etree

    if text.count("<") > _MOST_TAGS or any(
        tag.count("=", 0, tag.find(">")) > _MOST_ATTRIBUTES for tag in text.split("<")
    ):
        raise UnreadableDocument("the page has more parts than any document", str(path), _SAVE)
    if "<!entity" in text.lower():
        raise UnreadableDocument("the page declares entities of its own, which no browser saves", str(path), _SAVE)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument("the page cannot be read", str(path), _SAVE) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _deep(path)
    if root is None:
        raise UnreadableDocument("there is no text in the page", str(path), _SAVE)
    return root


def _deep(path: Path) -> UnreadableDocument:
    return UnreadableDocument("its parts are nested deeper than any page's", str(path), _SAVE)


def _main(page: Any) -> Any:
    """The main part: what the page says it is, or its one article, if that holds a fair share of the words."""
    told = [one for one in page.iter("main", "div", "section") if one.tag == "main" or one.get("role") == "main"]
    articles = [one for one in page.iter("article") if next(one.iterancestors("article"), None) is None]
    around = sum(words(one) for one in page.iter() if is_around(one) and not any(map(is_around, one.iterancestors())))
    for found in (told, articles if len(articles) == 1 else []):
        best = max(found, key=words, default=None)
        if best is not None and words(best) >= _LEAST * (words(page) - around):
            return best
    return page
