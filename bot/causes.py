"""What went wrong, in words: from an exception of the system, of a network or of a library. Pure.

It goes by the names of an exception's classes and by the system's number, so that no library is
imported for it. Nothing of its own text is told on: an address in it may hold a secret.
"""

import errno
from collections.abc import Iterator, Mapping
from typing import Final

CUT: Final = "the connection was cut"
LATE: Final = "it took too long"
NOBODY: Final = "nothing answers there"
NO_HOST: Final = "no host of that name is known"
NOWHERE: Final = "the network leads nowhere from here"
CERTIFICATE: Final = "its certificate is not one that this machine trusts"
NOT_SECURE: Final = "no secure connection came about"
NO_ADDRESS: Final = "that is no address"
FULL: Final = "the disk is full"
READ_ALONE: Final = "that disk can only be read"
DISK_FAILED: Final = "the disk failed"
NOT_ALLOWED: Final = "it is not permitted"
NOT_THERE: Final = "it is not there"
THERE_ALREADY: Final = "it is there already"
A_FOLDER: Final = "it is a folder"
NO_FOLDER: Final = "a part of its path is no folder"
TAKEN: Final = "another program uses it"
TOO_MANY: Final = "too many files are open"
NO_MEMORY: Final = "there is too little memory"
NOT_UTF8: Final = "it is not UTF-8"
UNREADABLE: Final = "what came could not be read"
NOT_INSTALLED: Final = "a part of the program is not installed"
FAILED: Final = "the connection failed"
REFUSED: Final = "the system refused it"
UNKNOWN: Final = "ATTUNE_LOG_LEVEL=debug shows why"
FURTHEST: Final = 8  # exceptions behind one another that are looked at

_BY_NUMBER: Final[Mapping[int, str]] = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ALONE,
    errno.EIO: DISK_FAILED,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.ENOENT: NOT_THERE,
    errno.EEXIST: THERE_ALREADY,
    errno.EISDIR: A_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EADDRINUSE: TAKEN,
    errno.EMFILE: TOO_MANY,
    errno.ENFILE: TOO_MANY,
    errno.ENOMEM: NO_MEMORY,
    errno.ENETDOWN: NOWHERE,
    errno.ENETUNREACH: NOWHERE,
    errno.EHOSTUNREACH: NOWHERE,
    errno.ECONNREFUSED: NOBODY,
    errno.ECONNRESET: CUT,
    errno.ECONNABORTED: CUT,
    errno.EPIPE: CUT,
    errno.ETIMEDOUT: LATE,
}
_BY_NAME: Final[Mapping[str, str]] = {
    "gaierror": NO_HOST,
    "ClientConnectorDNSError": NO_HOST,
    "SSLCertVerificationError": CERTIFICATE,
    "CertificateError": CERTIFICATE,
    "ClientConnectorCertificateError": CERTIFICATE,
    "SSLError": NOT_SECURE,
    "ClientSSLError": NOT_SECURE,
    "InvalidURL": NO_ADDRESS,
    "PermissionError": NOT_ALLOWED,
    "FileNotFoundError": NOT_THERE,
    "FileExistsError": THERE_ALREADY,
    "IsADirectoryError": A_FOLDER,
    "NotADirectoryError": NO_FOLDER,
    "ConnectionRefusedError": NOBODY,
    "ConnectionResetError": CUT,
    "ConnectionAbortedError": CUT,
    "BrokenPipeError": CUT,
    "TimeoutError": LATE,
    "TimeoutException": LATE,
    "ServerDisconnectedError": CUT,
    "ClientPayloadError": CUT,
    "EOFError": CUT,
    "ConnectionClosed": CUT,
    "UnicodeDecodeError": NOT_UTF8,
    "ImportError": NOT_INSTALLED,
    "MemoryError": NO_MEMORY,
}
# What says less, and holds only where nothing behind it says more.
_VAGUELY: Final[Mapping[str, str]] = {
    "ClientConnectorError": NOBODY,
    "ClientResponseError": UNREADABLE,
    "ClientError": FAILED,
    "ConnectionError": FAILED,
    "OSError": REFUSED,
    "ValueError": UNREADABLE,
}


def in_words(failure: BaseException | None) -> str:
    """Says what went wrong, as the end of a sentence that says where."""
    every = tuple(_behind(failure))
    for known in (_surely, _vaguely):
        for one in every:
            if told := known(one):
                return told
    return UNKNOWN


def _behind(failure: BaseException | None) -> Iterator[BaseException]:
    """Gives an exception and those that caused it, the outermost first."""
    for _ in range(FURTHEST):
        if failure is None:
            return
        yield failure
        within = getattr(failure, "os_error", None)  # of aiohttp's, what the system said
        found = within if isinstance(within, BaseException) else failure.__cause__
        failure = found if found is not failure else None


def _surely(one: BaseException) -> str:
    number = getattr(one, "errno", None)
    by_number = _BY_NUMBER.get(number, "") if isinstance(number, int) else ""
    return _named(one, _BY_NAME) or by_number


def _vaguely(one: BaseException) -> str:
    return _named(one, _VAGUELY)


def _named(one: BaseException, words: Mapping[str, str]) -> str:
    """Gives the words for the first of its classes that has some, its own before those above."""
    return next((words[kind.__name__] for kind in type(one).__mro__ if kind.__name__ in words), "")
