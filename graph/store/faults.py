"""From a driver's exception to the one sentence a user reads: what went wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path

from graph.errors import GoldenThreadError, StoreError
from graph.store.driver import driver
from graph.store.embedded import engine_folder
from graph.store.heap import ADVICE, refused
from graph.store.unstarted import AGAIN, DAMAGED, LATE, REBUILD

SERVER = "check that the server runs and that the address and port are right"
MORE_TIME = "ask for one theme or partnership, or allow more time (ask --seconds)"
UNWRITTEN = ("TransactionLogError", "TransactionCommitFailed")  # what a Neo4j says that could not write
ROOM = "make room on the server's disk, start the server again, then load again (docs/neo4j-administrators.md)"
LOGIN = "set NEO4J_USERNAME and NEO4J_PASSWORD to those of this server"


def sentence(error: BaseException, where: str, *, embedded: bool, opening: bool = False) -> GoldenThreadError:
    """The StoreError for an exception of the driver; `opening`: it came from the first contact."""
    e = driver().exceptions
    if isinstance(error, GoldenThreadError):
        return error
    code = str(getattr(error, "code", "") or "")
    text = " ".join(str(getattr(error, "message", "") or error).split())
    if embedded and opening and isinstance(error, e.DatabaseError):
        return StoreError(f"{DAMAGED} ({text[:200]})", where, REBUILD)
    if embedded and opening and isinstance(error, e.Neo4jError):  # it answers before it has opened what it holds
        return StoreError(LATE, where, AGAIN)
    if embedded and "server log" in text and refused(engine_folder(Path(where))):
        return StoreError("the question needs more memory than the embedded engine has", where, ADVICE)
    if embedded and isinstance(error, (e.ServiceUnavailable, e.SessionExpired, e.IncompleteCommit, OSError)):
        return StoreError("the embedded engine ended while it was being used", where, "run the command again")
    if isinstance(error, e.AuthError) or "Unauthorized" in code or "AuthenticationRateLimit" in code:
        return StoreError("user name or password is wrong", where, LOGIN)
    if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
        return StoreError("the server has no such database, or it is stopped", where, "check NEO4J_DATABASE")
    if isinstance(error, (e.ConfigurationError, ValueError)):
        return StoreError(f"is not an address the driver understands ({text})", where, "use bolt://HOST:7687")
    if not embedded and (any(word in code for word in UNWRITTEN) or "critical error" in text):
        return StoreError("the Neo4j server can no longer write, most likely because its disk is full", where, ROOM)
    if "Security.Forbidden" in code or "Forbidden" in code:
        return StoreError("this user may not do that", where, "use a user with the right to read and write")
    if any(word in code for word in ("WriteOnReadOnlyAccessDatabase", "NotALeader", "ForbiddenOnReadOnlyDatabase")):
        return StoreError("the database is read-only", where, "use the address of one that can be written")
    if "AccessMode" in code:
        return StoreError("a question may only read; nothing was changed", where, "")
    if "TransactionTimedOut" in code:
        return StoreError("the question took longer than allowed", where, MORE_TIME)
    if isinstance(error, e.ConstraintError) or "ConstraintCreationFailed" in code:
        return StoreError(f"the database holds nodes that stand in the way ({text[:200]})", where, "use one of its own")
    if isinstance(error, (e.ServiceUnavailable, e.SessionExpired, e.DriverError, OSError, TimeoutError)):
        return StoreError("the Neo4j server does not answer", where, SERVER)
    if isinstance(error, e.CypherSyntaxError) or "Statement" in code:
        return StoreError(f"the statement is not right ({text[:300]})", where, "")
    return StoreError(f"the store failed ({text[:300] or type(error).__name__})", where, "run the command again")
