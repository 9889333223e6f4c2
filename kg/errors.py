"""Every error that fangzhi raises.

FangzhiError
├── InputError      a path, file or argument of the user cannot be used
├── KnowledgeError  a file under ontology/ or pipelines/ is wrong: raised when it is loaded
├── StoreError      the store or an output folder cannot be read or written
├── QueryError      a query cannot be answered
└── InstallError    a part that is made when fangzhi is installed is missing

An error is one sentence: what is wrong, where, what is accepted, how to mend it. Only the command line prints.
"""


class FangzhiError(Exception):
    """The root of all errors that a user can meet."""


class InputError(FangzhiError):
    """A path, file or argument of the user cannot be used."""


class KnowledgeError(FangzhiError):
    """A file under ontology/ or pipelines/ is wrong."""


class StoreError(FangzhiError):
    """The store or an output folder cannot be read or written."""


class QueryError(FangzhiError):
    """A query cannot be answered."""


class InstallError(FangzhiError):
    """A part that is made when fangzhi is installed is missing."""
