"""How a process of ours is started."""

import os
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import kg
from kg.errors import StoreError


async def started(module: str, *arguments: str) -> Process:
    """Return a process that runs a module of this very package, and finds nothing in the current folder.

    Raises StoreError when the system starts no more.
    """
    paths = [str(Path(kg.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-P", "-m", module, *arguments]
    try:
        return await create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env=environment)
    except OSError as error:
        raise StoreError(f"no process can be started for the store ({error}); free some memory") from error
