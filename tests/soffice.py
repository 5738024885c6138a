"""LibreOffice without a window, to see that what is written opens: a visible skip where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice writes it again, in a profile of its own; `kind` is pdf, xlsx, docx …"""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; apt-get install libreoffice")
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").as_uri()
    words = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
    done = subprocess.run([*words, str(path)], capture_output=True, text=True, timeout=180, check=False)
    made = folder / f"{path.stem}.{kind}"
    assert made.exists(), done.stderr
    return made
