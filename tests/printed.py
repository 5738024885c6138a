"""Documents printed to PDF by the programs that publishers use: Chromium and LibreOffice, as this machine has them."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.rendered import Part, as_html

_PLAIN = "body{font:11pt/1.4 'DejaVu Sans',Arial,sans-serif} h2{break-after:avoid} h3{break-after:avoid}"
_TABLE = "table{border-collapse:collapse;width:100%} td,th{border:1pt solid #444;padding:2mm;vertical-align:top;"
_TABLE += "text-align:left;font-size:9pt}"
_RUNNING: dict[str, Any] = {
    "display_header_footer": True,
    "header_template": "<p style='font:8px sans-serif;margin-left:60px'>Published by the Partnership</p>",
    "footer_template": "<p style='font:8px sans-serif;margin-left:60px'>Page <span class='pageNumber'></span></p>",
}
LAYOUTS = {
    "one column": "@page{size:A4;margin:20mm}" + _PLAIN,
    "running heads": "@page{size:A5;margin:18mm 15mm}" + _PLAIN,
    "two columns": "@page{size:A4;margin:16mm} main{column-count:2;column-gap:9mm} h1{column-span:all}"
    "body{font:10pt/1.4 'DejaVu Serif',serif} h2{break-after:avoid} table{column-span:all}",
    "slides": "@page{size:254mm 143mm;margin:12mm 16mm} body{font:14pt/1.35 'DejaVu Sans',Arial,sans-serif}"
    "h2{break-before:page} h2,h3{break-after:avoid}",
}


def printed_page(parts: list[Part], layout: str, browser: Any) -> bytes:
    """The PDF that Chromium prints of a text in one of LAYOUTS."""
    main = re.search(r"<main>.*</main>", as_html(parts).decode(), re.S)
    assert main
    page = browser.new_page()
    page.set_content(
        f"<!DOCTYPE html><html lang='en'><head><title>{html.escape(layout)}</title>"
        f"<style>{_TABLE}{LAYOUTS[layout]}</style></head><body>{main[0]}</body></html>"
    )
    data: bytes = page.pdf(prefer_css_page_size=True, **_RUNNING if layout == "running heads" else {})
    page.close()
    return data


def printed_by_office(files: Iterable[Path], folder: Path) -> None:
    """Print Word and PowerPoint files into PDFs of the same name with LibreOffice; a visible skip without it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    home = folder / "office-home"
    made = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*made, str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)
