"""The plugin for MkDocs: the only place that knows it."""

from builder.plugin.adapter import OverensPlugin

__all__ = ["OverensPlugin"]
