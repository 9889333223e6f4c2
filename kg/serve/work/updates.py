"""What was changed over HTTP: kept beside the build, which does not know of it, and applied to every copy of its store.

``DIR/updates.jsonl`` has a line for each update: when it came, and its text. A build leaves the file alone.
"""

import asyncio
import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import QueryError, StoreError
from kg.serve.settings import Settings
from kg.serve.work.starting import started

FILE = "updates.jsonl"


def kept(directory: Path) -> list[str]:
    """Return the updates that were made to a folder, in their order.

    Raises StoreError when they cannot be read.
    """
    path = directory / FILE
    if not path.is_file():
        return []
    try:
        return [str(json.loads(line)["update"]) for line in path.read_text(encoding="utf8").splitlines()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: a line of it cannot be read ({error}); mend the line or take it out") from error


def keep(directory: Path, update: str) -> None:
    """Add an update to those of a folder; it is on the disk when this returns.

    Raises StoreError when it cannot be written.
    """
    line = json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), "update": update}, ensure_ascii=False)
    path = directory / FILE
    try:
        with path.open("a", encoding="utf8", newline="\n") as file:
            file.write(f"{line}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); let the server write there") from error


async def apply(settings: Settings, copy: Path, updates: Sequence[str]) -> None:
    """Apply updates to a copy of the store that nobody reads yet.

    Raises QueryError when one of them is refused, TimeoutError when one takes longer than an answer may, StoreError
    when the copy cannot be written.
    """
    process = await started("kg.serve.work.rewriting", str(copy), str(settings.memory))
    try:
        async with asyncio.timeout(settings.timeout * len(updates)):
            out, _ = await process.communicate(json.dumps(updates).encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise StoreError("the update needs more memory or deeper nesting than this server allows; ask for less")
    if refused := [told for told in json.loads(out) if told]:
        raise QueryError(refused[0])
