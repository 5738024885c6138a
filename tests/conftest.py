"""Fixtures that every layer shares: where the real published documents are, and skips that CI turns into failures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # on a busy machine a first example may take any time
settings.load_profile("untimed")

pytest_plugins = ["tests.engines", "tests.browser", "tests.graph.small", "tests.workers"]

ROOT = Path(__file__).resolve().parent.parent


def reviews_folder() -> Path | None:
    """The folder of real published documents, if this machine has it."""
    named = os.environ.get("GOLDENTHREAD_REVIEWS")
    folder = Path(named) if named else ROOT.parent / "shared" / "reviews"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def reviews() -> Path:
    """The real published documents; a visible skip where they are not."""
    folder = reviews_folder()
    if folder is None:
        pytest.skip("the published documents are not here; set GOLDENTHREAD_REVIEWS")
    return folder


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """With GOLDENTHREAD_NO_SKIP set (CI), a skip is a failure: nothing that skips may be the only proof."""
    if (
        os.environ.get("GOLDENTHREAD_NO_SKIP")
        and call.excinfo is not None
        and call.excinfo.errisinstance(pytest.skip.Exception)
    ):
        call.excinfo = pytest.ExceptionInfo.from_exc_info(_as_failure(call.excinfo.value))


def _as_failure(skip: BaseException):  # type: ignore[no-untyped-def]
    import sys

    try:
        raise AssertionError(f"skipped, which is not allowed here: {skip}")
    except AssertionError:
        return sys.exc_info()
