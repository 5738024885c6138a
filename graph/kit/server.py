"""Serves the kit on loopback with what the Browser demands: it asks from another origin, with a preflight."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from graph.errors import StoreError

HOST = "localhost"  # the only host that the Browser allows by default
PORT = 7484


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is asked for is nobody's business."""


@contextmanager
def serve_kit(folder: Path, port: int = PORT) -> Iterator[str]:
    """Serve the files of `folder` to this machine only, and give their address. StoreError where the port is taken."""
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise StoreError("is in use or not allowed", f"port {port}", "give another --port") from error
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
