"""One connection to one engine through the official driver: short waits, sentences for errors, Ctrl-C at once.

Every call runs in a thread of its own while the caller waits for it, because the driver's own waiting cannot be ended:
so Ctrl-C and time limits are answered at once, whatever the server does, on both engines.
"""

from __future__ import annotations

import logging
import os
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import StoreError
from graph.store.driver import driver
from graph.store.faults import MORE_TIME, sentence

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

T = TypeVar("T")
RETRIES = 5
PATIENCE = 15.0  # seconds in which a transaction is tried again before a server counts as not answering


class Bolt:
    """A driver that has proved that it reaches its database."""

    def __init__(
        self,
        address: str,
        auth: tuple[str, str] | None,
        database: str | None,
        *,
        embedded: bool,
        where: str,
        connect_timeout: float,
    ) -> None:
        """Connect, or raise StoreError within `connect_timeout` seconds (plus a moment)."""
        self.embedded, self.where, self.database = embedded, where, database
        self.abandoned = False
        self.driver: Driver | None = None
        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its warnings are not for the user's screen
        driver()  # before the clock runs: on a busy machine this takes seconds, which are not the server's
        try:
            self.within(lambda: self._open(address, auth, connect_timeout), connect_timeout)
        except TooLongError as error:
            todo = "run the command again" if embedded else "check that the server runs and that the address is right"
            raise StoreError(f"no answer within {connect_timeout:.0f} s", where, todo) from error
        except Exception as error:
            self.close()
            raise sentence(error, where, embedded=embedded, opening=True) from error

    def _open(self, address: str, auth: tuple[str, str] | None, seconds: float) -> None:
        neo4j = driver()
        address, trust = trusted(address)
        self.bookmarks = neo4j.GraphDatabase.bookmark_manager()  # what was written is seen, whichever server answers
        self.driver = neo4j.GraphDatabase.driver(
            address,
            **trust,
            auth=auth,
            connection_timeout=seconds,
            connection_acquisition_timeout=seconds,
            max_transaction_retry_time=PATIENCE,
            notifications_min_severity="OFF",
            user_agent="golden-thread",
        )
        deadline = time.monotonic() + seconds
        while True:
            try:
                with self._session() as session:
                    session.run("RETURN 1").consume()
                return
            except neo4j.exceptions.Neo4jError as error:
                # the embedded engine opens its port a moment before a new database is ready
                if not self.embedded or "Security" in (error.code or "") or time.monotonic() > deadline - 1:
                    raise
                time.sleep(0.05)

    def _session(self, **options: Any) -> Any:
        assert self.driver is not None
        return self.driver.session(database=self.database, bookmark_manager=self.bookmarks, **options)

    def within(self, work: Callable[[], T], seconds: float | None = None) -> T:
        """Run `work` in a thread and wait for it; raises what it raises, TooLongError, or KeyboardInterrupt at once."""
        return self.aside(work)(seconds)

    def aside(self, work: Callable[[], T]) -> Callable[[float | None], T]:
        """Begin `work` in a thread. What is returned waits for it as `within` does, and may be called again."""
        done = threading.Event()
        result: list[T] = []
        failure: list[BaseException] = []

        def run() -> None:
            try:
                result.append(work())
            except BaseException as error:
                failure.append(error)
            finally:
                done.set()

        def wait(seconds: float | None) -> T:
            deadline = None if seconds is None else time.monotonic() + seconds
            try:
                while not done.wait(0.5 if deadline is None else max(0.0, min(0.5, deadline - time.monotonic()))):
                    if deadline is not None and time.monotonic() >= deadline:
                        raise TooLongError
            except BaseException:
                self.abandoned = True  # its thread may still be waiting for the server: nothing here may wait for it
                raise
            if failure:
                raise failure[0]
            return result[0]

        threading.Thread(target=run, name="bolt", daemon=True).start()
        return wait

    def read(
        self, cypher: str, params: Mapping[str, Any], timeout: float | None = None, *, fresh: bool = False
    ) -> list[dict[str, Any]]:
        """The rows of one statement, run in a transaction that is always rolled back.

        A statement that writes is refused: Neo4j does so itself, on the embedded engine it is undone. In a cluster any
        read replica may answer, or with `fresh` only the member that also writes. Raises StoreError, also when it takes
        longer than `timeout` seconds.
        """

        def work() -> list[dict[str, Any]]:
            with self._session(default_access_mode="WRITE" if fresh else "READ") as session:
                transaction = session.begin_transaction(timeout=timeout)
                try:
                    answer = transaction.run(cypher, dict(params))
                    rows = [{name: plain(value) for name, value in record.items()} for record in answer]
                    wrote = answer.consume().counters.contains_updates
                finally:
                    transaction.rollback()
            if wrote:
                raise StoreError("a question may only read; nothing was changed", self.where, "")
            return rows

        return self._again(work, timeout)

    def rows(self, cypher: str) -> list[list[Any]]:
        """The rows of a statement as lists of values as the driver gives them, read where it also writes: for many."""

        def work() -> list[list[Any]]:
            with self._session(default_access_mode="WRITE", fetch_size=10_000) as session:
                transaction = session.begin_transaction()
                try:
                    return [record.values() for record in transaction.run(cypher)]
                finally:
                    transaction.rollback()

        return self._again(work, None)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in a managed transaction, again where the engine says that trying again may help."""

        def call() -> T:
            with self._session() as session:
                made: T = session.execute_write(work)
                return made

        return self._again(call, None)

    def run(self, cypher: str) -> None:
        """One statement in a transaction of its own, for constraints."""

        def call() -> None:
            with self._session() as session:
                session.run(cypher).consume()

        self._again(call, None)

    def _again(self, work: Callable[[], T], timeout: float | None) -> T:
        e = driver().exceptions
        for attempt in range(1, RETRIES + 1):
            try:
                return self.within(work, timeout)
            except TooLongError as error:
                raise StoreError(f"the question took longer than {timeout:g} s", self.where, MORE_TIME) from error
            except (e.TransientError, e.ConstraintError) as error:
                # on the embedded engine two writers that meet get a ConstraintError, where Neo4j would wait
                final = attempt == RETRIES or (isinstance(error, e.ConstraintError) and not self.embedded)
                if final:
                    raise sentence(error, self.where, embedded=self.embedded) from error
                time.sleep(0.1 * attempt)
            except (e.Neo4jError, e.DriverError, OSError, ValueError) as error:
                raise sentence(error, self.where, embedded=self.embedded) from error
        raise AssertionError

    def close(self) -> None:
        """Close the driver, unless a call was given up: then waiting for it would wait for the server."""
        if self.driver is not None and not self.abandoned:
            self.driver.close()
        self.driver = None


def trusted(address: str) -> tuple[str, dict[str, Any]]:
    """The address and options of a driver that trusts the certificates in the file that NEO4J_CA names.

    Without NEO4J_CA, or for an address without `+s`, nothing changes: the machine's own authorities count then. The
    host name is checked in either case. Raises StoreError where the file cannot be used.
    """
    neo4j = driver()
    file = os.environ.get("NEO4J_CA")
    scheme, sign, rest = address.partition("://")
    if not file or not scheme.lower().endswith("+s"):
        return address, {}
    try:
        ssl.create_default_context(cafile=file)
    except (OSError, ssl.SSLError) as error:
        raise StoreError("holds no certificates that can be read", file, "let NEO4J_CA name a PEM file") from error
    trust = {"encrypted": True, "trusted_certificates": neo4j.TrustCustomCAs(file)}
    return scheme[:-2] + sign + rest, trust


class Untold(list[Any]):
    """Rows that are sent and never written out: the driver does that for its log, which costs as much as sending."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"[{len(self)} rows]"


class TooLongError(Exception):
    """A call took longer than allowed."""


def plain(value: Any) -> Any:
    """A value of the driver as plain Python: date, datetime, list, dict; nodes and relationships as their properties.

    Durations become ISO text. Paths become the list of their nodes and relationships.
    """
    if value is None or isinstance(value, (str, bool, int, float, bytes, date, datetime)):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)) and not hasattr(value, "iso_format"):
        return [plain(item) for item in value]
    if hasattr(value, "to_native"):
        return value.to_native()
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if hasattr(value, "relationships"):
        steps = [value.nodes[0]]
        for edge, end in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [edge, end]
        return [plain(step) for step in steps]
    if hasattr(value, "items"):
        return {str(name): plain(item) for name, item in value.items()}
    return str(value)
