"""What a recorded version's status is today, and which version is valid."""

from builder.library import Version

__all__ = ["standing", "valid_version"]


def standing(version: Version, versions: tuple[Version, ...]) -> str:
    """A version's status today: what was valid is repealed when a later version has become so."""
    later = versions[versions.index(version) + 1 :] if version in versions else ()
    replaced = version.status == "gällande" and any(other.status == "gällande" for other in later)
    return "upphävd" if replaced else version.status


def valid_version(versions: tuple[Version, ...]) -> Version | None:
    """The version that is valid today."""
    return next((version for version in reversed(versions) if standing(version, versions) == "gällande"), None)
