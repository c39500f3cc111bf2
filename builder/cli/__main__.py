"""`python -m builder.cli` does what `overens` does."""

from builder.cli import main

if __name__ == "__main__":
    main()
