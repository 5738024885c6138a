"""A collection as one file, and back. The graph is left out: it is made from the rest.

The file is a ZIP whose first member lists every other with its size and SHA-256. The same collection gives the same
bytes. Restoring trusts nothing: only listed files of a collection's own layout are unpacked, beside the place they are
meant for, and the folder gets its name when every hash is right.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from graph.errors import StoreError, WrongUse

if TYPE_CHECKING:
    from graph.collection import Collection

LIST = "backup.json"
FORMAT = 1
_TIME = (1980, 1, 1, 0, 0, 0)
_PART = r"[^/\\\x00-\x1f:]+"
_NAME = re.compile(
    r"collection\.json|runs\.jsonl|audit\.jsonl"
    rf"|(sources|decisions|records|records/superseded|records/held|records/withdrawn)/(?!\.\.?$){_PART}"
)
_MOST = 64_000_000  # bytes of the list of files
_CHUNK = 1 << 20


def backup(collection: Collection, file: Path) -> int:
    """Write everything but the engine to a file that only its owner can read; how many files it holds.

    Raises StoreError where the disk is full or `file` cannot be written; a file of that name stays until the new one is
    whole.
    """
    new = file.with_name(f".{file.name}.{uuid4().hex[:8]}.new")
    try:
        with collection.lock():
            found = [(name, collection.path / name) for name in sorted(_own(collection.path))]
            told = {name: {"sha256": _hash(path), "bytes": path.stat().st_size} for name, path in found}
            head = {"format": FORMAT, "collection": collection.id, "files": told}
            made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(made, "wb") as out, zipfile.ZipFile(out, "w") as packed:
                packed.writestr(_member(LIST), json.dumps(head, ensure_ascii=False, sort_keys=True, indent=1))
                for name, path in found:
                    with path.open("rb") as source, packed.open(_member(name), "w", force_zip64=True) as into:
                        shutil.copyfileobj(source, into, _CHUNK)
            with new.open("rb") as whole:
                os.fsync(whole.fileno())
        new.replace(file)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror or error})", str(file), "choose another place") from error
    finally:
        new.unlink(missing_ok=True)
    return len(told)


def restore(file: Path, folder: Path) -> int:
    """Unpack a backup into a new folder; how many files. Raises StoreError where anything is not as it was."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse("is there already and not empty", str(folder), "give the path of a new folder")
    new = folder.parent / f".{folder.name}.{uuid4().hex[:8]}.new"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir(mode=0o700)
        with zipfile.ZipFile(file) as packed:
            told = _listed(packed, file)
            for name, known in told.items():
                _unpack(packed, name, known, new, file)
        if folder.exists():
            folder.rmdir()
        new.replace(folder)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, TypeError) as error:
        raise _damaged(file) from error
    except OSError as error:
        what = f"cannot be unpacked ({error.strerror or error})"
        raise StoreError(what, str(file), "check the path, and the space on the disk") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(told)


def _listed(packed: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    """The files that the backup says it holds, after a check that it holds exactly these, under safe names."""
    infos = packed.infolist()
    if not infos or infos[0].filename != LIST or infos[0].file_size > _MOST:
        raise StoreError("is no backup of a collection", str(file), "give a file that `goldenthread backup` wrote")
    head = json.loads(packed.read(infos[0]))
    if int(head["format"]) > FORMAT:
        raise StoreError("was made by a newer version of golden-thread", str(file), "install that version")
    told: dict[str, Any] = head["files"]
    for name in (*told, *(info.filename for info in infos[1:])):
        if not _NAME.fullmatch(name):
            raise StoreError(f"holds a file that no collection has ({name[:60]!r})", str(file), "do not trust it")
    if [info.filename for info in infos[1:]] != list(told) or "collection.json" not in told:
        raise _damaged(file)
    return told


def _unpack(packed: zipfile.ZipFile, name: str, known: dict[str, Any], folder: Path, file: Path) -> None:
    path, size, digest = folder / name, int(known["bytes"]), hashlib.sha256()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with packed.open(name) as source, open(made, "wb") as into:
        for chunk in _chunks(source):
            size -= len(chunk)
            if size < 0:  # more than it says: nothing is unpacked without end
                raise _damaged(file)
            digest.update(chunk)
            into.write(chunk)
    if size or digest.hexdigest() != known["sha256"]:
        raise _damaged(file)


def _damaged(file: Path) -> StoreError:
    return StoreError("is damaged: what it holds is not what was put in", str(file), "use another backup")


def _own(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and _NAME.fullmatch(name) and not name.endswith(".new"):
            yield name


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return info


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk
