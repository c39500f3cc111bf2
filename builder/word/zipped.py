"""A zip file of parts, dated 1980, so that the same parts give the same bytes.

A part is squeezed once, however many files it goes into: those of a dispatch share all but a few."""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from threading import Thread

__all__ = ["begun", "zipped"]

LEVEL = 6
REMEMBERED = 96
"""Parts whose squeezed bytes are kept: more than the files for one recipient hold."""

NEEDED, DEFLATED, NEW_YEAR_1980, UTF_8 = 20, 8, 0x21, 0x800
OWNERS = 0o600 << 16
"""The rights that the standard library gives a part."""

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The file, with the parts in the order given."""
    body, listed = bytearray(), bytearray()
    count = 0
    for name, data in parts:
        packed, sum_ = _squeezed(data)
        word = name.encode()
        flags = 0 if name.isascii() else UTF_8
        facts = (flags, DEFLATED, 0, NEW_YEAR_1980, sum_, len(packed), len(data), len(word), 0)
        listed += CENTRAL.pack(b"PK\1\2", NEEDED, NEEDED, *facts, 0, 0, 0, OWNERS, len(body)) + word
        body += LOCAL.pack(b"PK\3\4", NEEDED, *facts) + word + packed
        count += 1
    return bytes(body + listed + END.pack(b"PK\5\6", 0, 0, count, count, len(listed), len(body), 0))


def begun(data: bytes) -> Thread:
    """A large part on its way to be squeezed, beside what else is done before the file is put together."""
    work = Thread(target=_squeezed, args=(data,))
    work.start()
    return work


@lru_cache(REMEMBERED)
def _squeezed(data: bytes) -> tuple[bytes, int]:
    """A part's squeezed bytes and its checksum."""
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeezer.compress(data) + squeezer.flush(), zlib.crc32(data)
