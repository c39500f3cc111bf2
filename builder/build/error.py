"""What the use cases say when they cannot go on."""

__all__ = ["BuildError"]


class BuildError(Exception):
    """The command could not run. The message is Swedish and says what to do."""
