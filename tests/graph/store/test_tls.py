"""An own certificate authority (NEO4J_CA) decides whom an encrypted address trusts; shown on a TLS listener."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import open_store
from graph.store.bolt import trusted
from tests.graph.store.processes import eventually


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here, which makes the test's certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "ca.pem"
    call = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost"]
    call += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(made)]
    subprocess.run(call, check=True, capture_output=True)
    return key, made


@pytest.fixture
def listener(certificate: tuple[Path, Path]) -> Iterator[tuple[int, list[bool]]]:
    """A port that speaks TLS, and for each connection whether the other side accepted the certificate."""
    key, made = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # there a refused certificate fails the server's handshake too
    context.load_cert_chain(made, key)
    shaken: list[bool] = []
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            try:
                context.wrap_socket(connection, server_side=True).close()
                shaken.append(True)
            except OSError:
                shaken.append(False)

    threading.Thread(target=answer, daemon=True).start()
    yield server.getsockname()[1], shaken
    server.close()


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_own_authority_is_trusted_and_a_stranger_is_not(
    scheme: str,
    listener: tuple[int, list[bool]],
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port, shaken = listener
    address = f"{scheme}://localhost:{port}"
    monkeypatch.delenv("NEO4J_CA", raising=False)
    with pytest.raises(StoreError):
        open_store(address, username="neo4j", password="not-real", connect_timeout=5)
    assert eventually(lambda: bool(shaken), 20)  # the listener notes it in a thread of its own
    assert not any(shaken)
    monkeypatch.setenv("NEO4J_CA", str(certificate[1]))
    with pytest.raises(StoreError):  # it speaks TLS and nothing more
        open_store(address, username="neo4j", password="not-real", connect_timeout=5)
    assert eventually(lambda: any(shaken), 20)


def test_a_file_without_certificates_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ca.pem").write_text("nothing", "utf-8")
    monkeypatch.setenv("NEO4J_CA", str(tmp_path / "ca.pem"))
    with pytest.raises(StoreError, match="no certificates"):
        trusted("neo4j+s://db.example.org")
    assert trusted("bolt://localhost:7687") == ("bolt://localhost:7687", {})
