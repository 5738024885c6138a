"""A workbook opened, edited and saved by LibreOffice itself, without a screen: what a person's save does to a file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import json, os, sys, time, uno
from com.sun.star.beans import PropertyValue
pipe, source, target, edits = sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(300):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue(Name="Hidden", Value=True)
book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (hidden,))
for sheet, place, value in edits:
    cell = book.Sheets.getByName(sheet).getCellRangeByName(place)
    cell.setValue(value) if isinstance(value, (int, float)) else cell.setString(value)
book.calculateAll()
filters = PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML")
book.storeToURL(uno.systemPathToFileUrl(target), (filters,))
book.close(True)
try:
    desktop.terminate()
finally:
    os._exit(0)  # the bridge to an office that has gone can crash an interpreter that ends in its own time
"""


def _python() -> str | None:
    """A Python that can speak to LibreOffice: the system's own, as a rule."""
    for name in ("/usr/bin/python3", sys.executable):
        if shutil.which(name) and subprocess.run([name, "-c", "import uno"], capture_output=True).returncode == 0:
            return name
    return None


def edited(source: Path, target: Path, edits: list[tuple[str, str, str | float]], folder: Path) -> Path:
    """Set cells of a workbook (sheet, place, text or number) in LibreOffice and save it; a visible skip without it.

    `folder` is an empty one for its settings.
    """
    import json

    office, python = shutil.which("soffice"), _python()
    if office is None or python is None:
        pytest.skip("no LibreOffice with its Python here (libreoffice-calc, python3-uno)")
    pipe = f"goldenthread{abs(hash(str(target)))}"
    profile = f"-env:UserInstallation={folder.as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        subprocess.run(
            [python, "-c", _SCRIPT, pipe, str(source), str(target), json.dumps(edits)], check=True, timeout=200
        )
        running.wait(60)
    finally:
        if running.poll() is None:
            running.kill()
    return target
