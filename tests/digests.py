"""What files hold, in so few characters that a test that fails can print it.

pytest tells what is unequal apart line by line, which takes it hours for a page of megabytes (where CI is set).
"""

from hashlib import sha256
from pathlib import Path


def digest(path: Path) -> str:
    """Return a digest of the bytes of a file."""
    return sha256(path.read_bytes()).hexdigest()
