"""Commands as processes of their own, forked from one that has imported everything: what `import` takes is paid once.

Run as a script: it reads a line of JSON a command from its input (words, folder, environment, files for both outputs),
forks, and answers with the exit code. The forked process is the command: its own folder, environment, outputs and end.
Only what is imported and compiled is shared, as it is by two commands given to one Python.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

POSSIBLE = sys.platform == "linux"
TEXT = "Learning from Elm\n\nLearning\n\n- Professionals did not speak to the father.\n- Nobody asked about sleep.\n"


class Warm:
    """The process that commands are forked from; started with the first command, ended by `close`."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.turn = threading.Lock()

    def run(
        self, words: list[str], folder: Path, environment: dict[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """As `subprocess.run` of `python -m graph.cli` with its outputs captured as text."""
        with self.turn, tempfile.TemporaryDirectory() as made:
            if self.process is None:
                self.process = subprocess.Popen(
                    [sys.executable, __file__],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                )
            out, err = Path(made) / "out", Path(made) / "err"
            asked = {
                "words": words,
                "folder": str(folder),
                "environment": environment,
                "out": str(out),
                "err": str(err),
            }
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            self.process.stdin.write(json.dumps(asked) + "\n")
            self.process.stdin.flush()
            pid = int(self.process.stdout.readline())
            late = threading.Event()

            def end() -> None:
                late.set()
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

            clock = threading.Timer(timeout, end)
            clock.start()
            code = int(self.process.stdout.readline())
            clock.cancel()
            said = [path.read_text("utf-8") for path in (out, err)]
        if late.is_set():
            raise subprocess.TimeoutExpired(words, timeout, *said)
        return subprocess.CompletedProcess(words, code, *said)

    def close(self) -> None:
        if self.process is not None:
            assert self.process.stdin is not None
            self.process.stdin.close()
            self.process.wait(30)


def serve() -> None:
    """Import, then fork for each line, until the input ends. Returns in a forked process: the command."""
    import graph.cli
    import graph.cli.loading
    import graph.opening
    from loaders.extract import extract

    for name in graph.cli.VERBS:
        __import__(f"graph.cli.{name}")
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "elm.txt").write_text(TEXT, encoding="utf-8")
        extract(Path(made) / "elm.txt")
    assert threading.active_count() == 1, "only a process with one thread can be forked"
    answer = os.fdopen(os.dup(1), "w")
    while line := sys.stdin.readline():
        asked = json.loads(line)
        pid = os.fork()
        if pid == 0:
            answer.close()
            become(asked)
            return
        print(pid, file=answer, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), file=answer, flush=True)
    os._exit(0)


def become(asked: dict[str, object]) -> None:
    """In the forked process: the folder, environment, input and outputs of the command."""
    os.environ.clear()
    os.environ.update(asked["environment"])  # type: ignore[call-overload]
    os.chdir(str(asked["folder"]))
    for number, path, how in ((0, os.devnull, os.O_RDONLY), (1, asked["out"], 0), (2, asked["err"], 0)):
        opened = os.open(str(path), how or os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = ["goldenthread", *asked["words"]]  # type: ignore[misc]


if __name__ == "__main__":
    sys.path[0] = ""
    serve()
    from graph.cli import main

    main()
