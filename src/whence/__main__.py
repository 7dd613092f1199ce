"""The start of the program: `whence`, or `python -m whence`.

A process that reads articles runs this file's imports again (multiprocessing's spawn), so
there are none before `main` is called.
"""

from __future__ import annotations


def main() -> None:
    """Run the command that the process was started with."""
    from whence.cli.app import main as answer

    answer()


if __name__ == "__main__":
    main()
