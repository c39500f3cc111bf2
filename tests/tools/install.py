"""Install the outside programs that the tests judge with, where that is allowed (Debian, as root).

Elsewhere it says what is missing and how to get it; the tests that need it then skip, or fail under CI=true.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = {
    "lowriter": ("libreoffice-writer", "fonts-crosextra-carlito", "fonts-liberation"),
    "localc": ("libreoffice-calc",),
    "loimpress": ("libreoffice-impress",),
    "chromium": ("chromium",),
    "pdftoppm": ("poppler-utils",),
    "npm": ("nodejs", "npm"),
}


def bridge_is_there() -> bool:
    """True when LibreOffice's Python bridge can be imported by the system's Python."""
    python = Path("/usr/bin/python3")
    return python.exists() and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0


def missing_packages() -> list[str]:
    packages = [package for name, names in PROGRAMS.items() if not shutil.which(name) for package in names]
    return packages if bridge_is_there() else [*packages, "python3-uno"]


def install_packages(packages: list[str]) -> None:
    """Debian's packages; only root on Debian may. What cannot be had is left to the tests that need it."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        if subprocess.run(install, **quiet).returncode == 0:
            return
    print("Missing for the tests:", " ".join(packages))
    print("On Debian or Ubuntu: sudo apt-get install --no-install-recommends", " ".join(packages))


def install_npm_tools() -> None:
    """The validators from npm, exactly as the lock file has them."""
    stamp, lock = HERE / "node_modules" / ".package-lock.json", HERE / "package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return
    npm = shutil.which("npm")
    if npm is None:
        print("Missing for the tests: npm (Node.js 18 or later)")
        return
    # npm 11 `ci` refuses a lock without the packages of other systems; `install` keeps to the same hashes.
    subprocess.run([npm, "install", "--no-save", "--ignore-scripts", "--silent"], cwd=HERE, check=True)


def main() -> int:
    if packages := missing_packages():
        print("Installing", " ".join(packages), flush=True)
        install_packages(packages)
    install_npm_tools()
    return 0


if __name__ == "__main__":
    sys.exit(main())
