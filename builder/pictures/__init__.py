"""Pictures drawn from values: a grid of risks, a line of time, squares with states, steps in boxes, a ring of boxes,
columns of boxes.

Each is shown with all that it says in words, made from the same values: the first four say it themselves, and what
makes the others does.
"""

from builder.pictures.lettering import NARROW
from builder.pictures.matrix import matrix
from builder.pictures.network import network
from builder.pictures.steps import Step, steps
from builder.pictures.strands import Item, Link, strands
from builder.pictures.tiles import Tile, tiles
from builder.pictures.timeline import timeline

__all__ = ["NARROW", "Item", "Link", "Step", "Tile", "matrix", "network", "steps", "strands", "tiles", "timeline"]
