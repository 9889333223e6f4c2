"""Addresses: what IRI a path means, and where an IRI's page and data are."""

import re
from urllib.parse import unquote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.web.protocol import parameters

_BEYOND_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def rest(request: Request, prefix: str) -> str:
    """Return what follows a prefix in the path of a request, as it stands in IRIs.

    There characters beyond ASCII are themselves, and what is percent-encoded of ASCII stays so: the key ``a%23镇`` has
    no ``#``. Raises HTTPException (400) when it is not UTF-8.
    """
    path = request.scope["raw_path"].decode("ascii").removeprefix(prefix)
    try:
        return _BEYOND_ASCII.sub(lambda match: unquote(match[0], errors="strict"), path)
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the path must be UTF-8, percent-encoded") from error


def language(request: Request) -> tuple[str, str]:
    """Return the language of a page, and the address of the page without it."""
    given = parameters(request.url.query)
    others = urlencode([pair for pair in given.pairs if pair[0] != "lang"])
    path = request.scope["raw_path"].decode("ascii")
    return given.one("lang") or "zh", f"{path}?{others}" if others else path
