"""The library that makes a .NET program judge many files in one process: it starts in a second, a file takes a tenth.

A program of .NET loads the library that DOTNET_STARTUP_HOOKS names before its own Main. Ours is, in C#:

    static void Initialize()
    {
        while (Console.ReadLine() is string file)
            Assembly.GetEntryAssembly().EntryPoint.Invoke(null, [new string[] { file }]);
        Environment.Exit(0);
    }

The tests ask for no compiler of C#, so the library is written here byte by byte, as ECMA-335, part II, tells.
"""

import struct
from itertools import accumulate

__all__ = ["library"]

ASSEMBLIES = ("System.Runtime", "System.Console")
TYPES = (
    ("Object", "System", 1), ("String", "System", 1), ("Environment", "System", 1), ("Console", "System", 2),
    ("Assembly", "System.Reflection", 1), ("MethodInfo", "System.Reflection", 1),
    ("MethodBase", "System.Reflection", 1),
)  # fmt: skip
"""Each with its namespace and the number of its assembly."""
NUMBER = {name: n for n, (name, _, _) in enumerate(TYPES, 1)}
VOID, INT, STRING, OBJECT, ARRAY, STATIC, OWN = (bytes([code]) for code in (1, 8, 14, 28, 29, 0, 32))


def packed(form: str, *values: int) -> bytes:
    return struct.pack("<" + form, *values)


def padded(data: bytes, to: int) -> bytes:
    return data + bytes(-len(data) % to)


def instance(name: str) -> bytes:
    """The type as a signature has it: of a class, and a reference."""
    return bytes([18, NUMBER[name] << 2 | 1])


METHODS = (
    ("Console", "ReadLine", STATIC + b"\0" + STRING),
    ("Assembly", "GetEntryAssembly", STATIC + b"\0" + instance("Assembly")),
    ("Assembly", "get_EntryPoint", OWN + b"\0" + instance("MethodInfo")),
    ("MethodBase", "Invoke", OWN + b"\2" + OBJECT + OBJECT + ARRAY + OBJECT),
    ("Environment", "Exit", STATIC + b"\1" + VOID + INT),
)
CODE_AT, HEADER, SECTION, PAGE = 72, 72, 0x2000, 512
"""Where the code begins in the section, after the header of that size; where the section stands in memory; a file's
pages."""


class Heap(bytearray):
    """Things that tables point to, the first of them empty."""

    def put(self, data: bytes) -> int:
        """Where the data stand, now that they are put last."""
        self += data
        return len(self) - len(data)


def library() -> bytes:
    """The library, the same bytes each time."""
    code = padded(method(), 4)
    about = metadata()
    header = packed("IHHIIII", HEADER, 2, 5, SECTION + CODE_AT + len(code), len(about), 1, 0) + bytes(48)
    section = header + code + about
    front = padded(headers(len(section)), PAGE)
    return front + padded(section, PAGE)


def method() -> bytes:
    """Initialize, in the language that .NET compiles."""
    types = {name: packed("I", 0x01000000 | n) for name, n in NUMBER.items()}
    calls = {name: packed("I", 0x0A000000 | n) for n, (_, name, _) in enumerate(METHODS, 1)}
    ask = b"\x28" + calls["ReadLine"] + b"\x0a\x06"  # call, and keep as the only variable
    words = b"\x17\x8d" + types["String"] + b"\x25\x16\x06\xa2"  # new string[1] with the variable in it
    given = b"\x17\x8d" + types["Object"] + b"\x25\x16" + words + b"\xa2"  # new object[1] with these in it
    main = b"\x28" + calls["GetEntryAssembly"] + b"\x6f" + calls["get_EntryPoint"]
    judge = main + b"\x14" + given + b"\x6f" + calls["Invoke"] + b"\x26"  # on null, and what is given back dropped
    loop = ask + b"\x2c" + packed("b", len(judge) + 2) + judge  # past it when there is no more
    body = loop + b"\x2b" + packed("b", -len(loop) - 2) + b"\x16\x28" + calls["Exit"] + b"\x2a"
    return packed("HHII", 0x3013, 16, len(body), 0x11000001) + body


def metadata() -> bytes:
    """What the library says of itself: names and signatures, and the tables that point to them."""
    names, blobs = Heap(b"\0"), Heap(b"\0")
    rows = tables(names, blobs)
    sizes = b"".join(packed("I", len(table)) for table in rows.values())
    table = packed("IBBBBQQ", 0, 2, 0, 0, 1, sum(1 << n for n in rows), 0) + sizes
    table += b"".join(row for table_ in rows.values() for row in table_)
    streams = {"#~": table, "#Strings": bytes(names), "#GUID": bytes(range(16)), "#Blob": bytes(blobs)}
    return root({name: padded(data, 4) for name, data in streams.items()})


def tables(names: Heap, blobs: Heap) -> dict[int, list[bytes]]:
    """The rows of each table by its number, with what they point to put into the heaps."""

    def named(text: str) -> int:
        return names.put(text.encode() + b"\0")

    def signed(signature: bytes) -> int:
        return blobs.put(bytes([len(signature)]) + signature)

    return {
        0x00: [packed("5H", 0, named("hook.dll"), 1, 0, 0)],
        0x01: [packed("3H", place << 2 | 2, named(name), named(space)) for name, space, place in TYPES],
        0x02: [packed("I5H", 0, named("<Module>"), 0, 0, 1, 1),
               packed("I5H", 0x180, named("StartupHook"), 0, NUMBER["Object"] << 2 | 1, 1, 1)],
        0x06: [packed("I5H", SECTION + CODE_AT, 0, 0x16, named("Initialize"), signed(STATIC + b"\0" + VOID), 1)],
        0x0A: [packed("3H", NUMBER[of] << 3 | 1, named(name), signed(form)) for of, name, form in METHODS],
        0x11: [packed("H", signed(b"\7\1" + STRING))],
        0x20: [packed("I4HI3H", 0x8004, 1, 0, 0, 0, 0, 0, named("hook"), 0)],
        0x23: [packed("4HI4H", 0, 0, 0, 0, 0, 0, named(name), 0, 0) for name in ASSEMBLIES],
    }  # fmt: skip


def root(streams: dict[str, bytes]) -> bytes:
    """The streams after a list of where each of them stands."""
    version = b"v4.0.30319\0\0"
    names = [padded(name.encode() + b"\0", 4) for name in streams]
    front = packed("IHHII", 0x424A5342, 1, 1, 0, len(version)) + version + packed("HH", 0, len(streams))
    first = len(front) + sum(8 + len(name) for name in names)
    places = accumulate((len(data) for data in streams.values()), initial=first)
    listed = zip(places, streams.values(), names, strict=False)
    return (
        front + b"".join(packed("II", at, len(data)) + name for at, data, name in listed) + b"".join(streams.values())
    )


def headers(size: int) -> bytes:
    """What comes first in every library of Windows, here with one section of that size."""
    kept = len(padded(bytes(size), PAGE))
    dos = b"MZ" + bytes(58) + packed("I", 64)
    coff = b"PE\0\0" + packed("HHIIIHH", 0x14C, 1, 0, 0, 0, 224, 0x2102)
    sizes = packed("HBB9I", 0x10B, 48, 0, kept, 0, 0, 0, SECTION, 0, 0x10000000, SECTION, PAGE)
    asked = packed("6H4I2H6I", 4, 0, 0, 0, 4, 0, 0, 2 * SECTION, PAGE, 0, 3, 0x8540, *[0x100000, 0x1000] * 2, 0, 16)
    directories = bytes(14 * 8) + packed("II", SECTION, HEADER) + bytes(8)
    section = b".text\0\0\0" + packed("6I2HI", size, SECTION, kept, PAGE, 0, 0, 0, 0, 0x60000020)
    return dos + coff + sizes + asked + directories + section
