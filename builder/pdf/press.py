"""Sets Typst source in a process of its own.

Typst keeps what it has set for as long as its process lives (seen with typst 0.15.2: 450 MB after eleven documents),
and does not hear an interrupt while it sets. A process that ends gives the memory back and can be stopped.
"""

import json
import subprocess
import sys
from pathlib import Path

from builder.pdf.fault import PressError

__all__ = ["pressed"]

PROGRAM = Path(__file__).with_name("typeset.py")
DIED = (
    "programmet som sätter sidorna avbröts ({code}). Datorns minne kan vara slut: stäng andra program och försök igen"
)


def pressed(source: bytes, moment: int) -> bytes:
    """The PDF of a source, dated `moment`; PressError when it cannot be set or the process dies."""
    command = [sys.executable, "-P", str(PROGRAM), str(moment)]
    done = subprocess.run(command, input=source, capture_output=True, check=False)
    match done.returncode:
        case 0:
            return done.stdout
        case 3:  # the text cannot be set, and the program says why
            raise PressError(**json.loads(done.stdout))
        case code:
            raise PressError(DIED.format(code=code))
