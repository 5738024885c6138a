"""Words that are data: YAML files of these packages, read by the parser in C where there is one, which is quicker."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_of(package: str, name: str) -> Any:
    """What the file of that name holds; what people give is read elsewhere, where its faults become sentences."""
    return yaml.load(files(package).joinpath(name).read_text("utf-8"), Loader=_Loader)  # noqa: S506  (a safe loader) # nosec B506
