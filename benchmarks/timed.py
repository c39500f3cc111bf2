"""Run one command and print its wall time and peak memory as JSON.

A process of its own, and small: on Linux a child's peak memory counts what its parent held when it was made.
"""

import json
import os
import sys
import time

UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in, in bytes."""


def main() -> None:
    """Run the command in the arguments; its standard output is thrown away."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program finds its modules compiled
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begun = time.perf_counter()
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    cpu = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps({"code": code, "seconds": seconds, "cpu": cpu, "megabytes": usage.ru_maxrss * UNIT / 1e6}))


if __name__ == "__main__":
    main()
