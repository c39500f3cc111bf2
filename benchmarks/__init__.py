"""Measurements of Överens beside the best other tools, run by hand: `python -m benchmarks`."""
