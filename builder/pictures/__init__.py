"""Pictures drawn from values: a grid of risks and a line of time.

Each says in words, made from the same values, all that it shows.
"""

from builder.pictures.matrix import matrix
from builder.pictures.timeline import timeline

__all__ = ["matrix", "timeline"]
