"""`python -m sitegen`: the same as `sitegen`, for where scripts are not on the path."""

from __future__ import annotations

from sitegen.cli import main

if __name__ == "__main__":
    main()
