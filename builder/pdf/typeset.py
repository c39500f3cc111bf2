"""A program: Typst source on standard input, the PDF on standard output.

Run by its path, so that it loads Typst alone.
"""

import json
import signal
import sys

import typst

REFUSED = 3


def main() -> int:
    """Set the source; the one argument is the moment that the file says it was made."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code, made = _set(sys.stdin.buffer.read(), int(sys.argv[1]))
    sys.stdout.buffer.write(made)
    return code


def _set(source: bytes, moment: int) -> tuple[int, bytes]:
    """The PDF, or code 3 and why there is none."""
    standards: list[typst.PDFStandard] = ["a-2a", "ua-1"]
    try:
        made = typst.compile(source, format="pdf", pdf_standards=standards, ignore_system_fonts=True, timestamp=moment)
    except typst.TypstError as error:
        return REFUSED, json.dumps({"message": error.message, "diagnostic": error.diagnostic}).encode()
    return 0, made


if __name__ == "__main__":
    sys.exit(main())
