"""A strict content security policy that the pages keep: what a page may load and run, computed from the page itself.

Only the theme's own inline scripts are let through, each by its hash. A script that stands in a page's text is not.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

__all__ = ["header_file", "inline_scripts", "with_policy"]

INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
HEAD = re.compile(r"<head[^>]*>(?:\s*<meta charset=[^>]*>)?")
PARTS = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
"""The search runs WebAssembly; the theme draws its icons from data in its style sheet. All else is the site's own."""

HEADERS = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy: same-origin",
)


def inline_scripts(page: str, content: str) -> frozenset[str]:
    """The scripts that stand in a page itself, but for those in its text."""
    return frozenset(INLINE.findall(page)) - frozenset(INLINE.findall(content))


def with_policy(page: str, content: str) -> str:
    """An HTML page with its policy first in its head; one that has a policy of its own stays as it is."""
    if 'http-equiv="Content-Security-Policy"' in page[:2000]:
        return page
    said = f'<meta http-equiv="Content-Security-Policy" content="{_policy(inline_scripts(page, content))}">'
    return HEAD.sub(lambda match: match[0] + said, page, count=1)


def _policy(scripts: Iterable[str]) -> str:
    hashes = "".join(f" 'sha256-{_digest(script)}'" for script in sorted(scripts))
    return "; ".join(PARTS).format(hashes=hashes)


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def header_file(scripts: Iterable[str]) -> str:
    """The same policy and its fellows as headers, for a server that can send them: the form that several hosts read."""
    policy = f"Content-Security-Policy: {_policy(scripts)}; frame-ancestors 'none'"
    return "".join(f"{line}\n" for line in ("/*", *(f"  {header}" for header in (policy, *HEADERS))))
