"""Settings that make the Browser ready after login and keep it from calling outside, and links into it."""

from __future__ import annotations

import json
from urllib.parse import quote, urlsplit

from graph.kit.library import Entry, literal
from graph.kit.style import rules

# The Browser's page fetches fonts, analytics and a feedback widget from outside, and sends reports of its own errors;
# this keeps it to the server itself. Bolt runs over web sockets; by http the page reaches its server and the kit only.
_POLICY = (
    "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; connect-src 'self' ws: wss: {kit}"
)


def policy(address: str) -> str:
    """What the Browser's page may reach; `address` is where the kit is served."""
    return _POLICY.format(kit=address)


def settings(address: str) -> str:
    """Lines for `neo4j.conf`; `address` is where the kit is served."""
    host = urlsplit(address).hostname or "localhost"
    hosts = ",".join(dict.fromkeys(["localhost", "127.0.0.1", host]))
    return "\n".join(
        [
            f"browser.remote_content_hostname_whitelist={hosts}",
            f"browser.post_connect_cmd={after_login(address)}",
            "client.allow_telemetry=false",
            "dbms.usage_report.enabled=false",
            f"dbms.security.http_static_content_security_policy_header={policy(address)}",
            "# after loading, to refuse every write: server.databases.read_only=neo4j",
            "",
        ]
    )


def docker_env(address: str) -> str:
    """The same as variables of the official container image: a dot becomes one underscore, an underscore two."""
    lines = [line.partition("=") for line in settings(address).splitlines() if line and not line.startswith("#")]
    return "".join(f"NEO4J_{name.replace('_', '__').replace('.', '_')}={value}\n" for name, _, value in lines)


def after_login(address: str) -> str:
    """Commands that the Browser runs after each login: the style itself (it needs no file), then the guide."""
    return f"style {json.dumps(rules(), separators=(',', ':'))}; guide {address}/guide.html"


def links(drawn: list[Entry]) -> str:
    """Addresses that open the Browser with a picture in the editor; the reader presses run.

    Neither `&` nor `#` survives in a link, so what holds them gets none.
    """
    lines = []
    for entry in drawn:
        text = entry.text
        for name, value in entry.params.items():
            text = text.replace(f"${name}", literal(value))
        if "&" not in text and "#" not in text:
            lines.append(f"{entry.title}\nhttp://localhost:7474/browser/?cmd=edit&arg={quote(text, safe='')}\n")
    return "\n".join(lines)
