"""Markdown with commands in it -> the same with what the commands print today.

A fence `text NAME` is an input: it is written to a file NAME. A fence `console` begins with
`$ whence …` and shows what that prints. Words after `console` choose lines of it, with "…" for
those left out: `1-12` by number, `At_a_glance..` from the line that has these words to the next
blank line, `said..denied` up to the line before the next that has the second words.
`claim=WORDS` puts the id of the claim that begins with these words at the end of the command.

`python -m tests.shown` rewrites the documents of `SHOWN`, and the tables of floors from
`gates/baseline.json`.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOWN = ("README.md", "docs/first-ledger.md", "docs/how-it-reads.md")
WITH_FLOORS = ("docs/accuracy.md",)
BASELINE = ROOT / "gates/baseline.json"

FENCE = re.compile(
    r"^```(?P<kind>\w+)(?P<rest>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
FLOORS = re.compile(r"(?<=<!-- floors -->\n).*?(?=<!-- end of floors -->)", re.DOTALL)
CLAIM = "claim="
WIDTH = 80
ID_DIGITS = 4


def refreshed(markdown: str, folder: Path) -> str:
    """A document with the output of its commands, run one after the other in a folder."""
    shutil.copytree(ROOT / "examples", folder / "examples")

    def renew(fence: re.Match[str]) -> str:
        body, words = fence["body"], fence["rest"].split()
        if fence["kind"] == "text" and words:
            (folder / words[0]).write_text(body, encoding="utf-8")
        if fence["kind"] != "console":
            return fence[0]
        call = body.partition("\n")[0].removeprefix("$ ")
        for word in words:
            if word.startswith(CLAIM):
                claim = claim_id(word.removeprefix(CLAIM).replace("_", " "), folder)
                call = f"{call.rpartition(' ')[0]} {claim}"
        ranges = [word for word in words if not word.startswith(CLAIM)]
        lines = [f"$ {call}", *shortened(run(call, folder), ranges)]
        return "\n".join([f"```console{fence['rest']}", *lines, "```"])

    return FENCE.sub(renew, markdown)


def run(call: str, folder: Path) -> list[str]:
    """The lines that a call of whence prints on standard output."""
    program, *arguments = shlex.split(call)
    if program != "whence":
        raise ValueError(f"{program} is not whence")
    result = subprocess.run(
        [str(Path(sys.executable).with_name(program)), *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "COLUMNS": str(WIDTH)},
        capture_output=True,
        check=False,
        text=True,
    )
    if result.returncode:
        raise RuntimeError(f"{call}: {result.stderr}")
    lines = [line.rstrip() for line in result.stdout.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def claim_id(words: str, folder: Path) -> str:
    """The start of the id of the first claim in the folder's store that begins with some words."""
    claims = [json.loads(line) for line in run("whence claims --format jsonl", folder)]
    return next(str(claim["id"])[:ID_DIGITS] for claim in claims if claim["text"].startswith(words))


def shortened(lines: Sequence[str], ranges: Sequence[str]) -> list[str]:
    """The lines of some ranges, in the order of the lines; all where there are none."""
    if not ranges:
        return list(lines)
    kept: list[str] = []
    last = 0
    for first, end in sorted(find_range(lines, each) for each in ranges):
        kept += [*left_out(lines[last:first]), *lines[first:end]]
        last = end
    return kept + left_out(lines[last:])


def left_out(lines: Sequence[str]) -> list[str]:
    """What stands for lines that are not shown: an ellipsis, or the blank line that it was."""
    return ["…"] if any(lines) else [""] * bool(lines)


def find_range(lines: Sequence[str], chosen: str) -> tuple[int, int]:
    """The [first, last) lines that a range names."""
    if ".." not in chosen:
        first, _, end = chosen.partition("-")
        return int(first) - 1, min(int(end), len(lines))
    opening, _, closing = chosen.replace("_", " ").partition("..")
    begin = next((at for at, line in enumerate(lines) if opening in line), None)
    if begin is None:
        raise ValueError(f"no line has {opening!r} in {' / '.join(lines[:3])!r}")
    for at in range(begin + 1, len(lines)):
        if (closing and closing in lines[at]) or not (closing or lines[at]):
            return begin, at
    return begin, len(lines)


def floors_table() -> str:
    """What the gates pin, as a Markdown table; errors are ceilings."""
    floors: dict[str, float] = json.loads(BASELINE.read_text(encoding="utf-8"))["floors"]
    rows = [f"| {name} | {value:.3f} |" for name, value in floors.items()]
    return "\n".join(
        ["| measured on | floor, 0 to 1; of errors the ceiling |", "|---|---|", *rows, ""]
    )


def main() -> None:
    """Rewrite the documents."""
    for name in SHOWN:
        path = ROOT / name
        with tempfile.TemporaryDirectory() as folder:
            text = refreshed(path.read_text(encoding="utf-8"), Path(folder))
        path.write_text(text, encoding="utf-8")
    for name in WITH_FLOORS if BASELINE.exists() else ():
        path = ROOT / name
        before, _, rest = path.read_text(encoding="utf-8").partition("<!-- floors -->\n")
        after = rest.partition("<!-- end of floors -->")[2]
        text = f"{before}<!-- floors -->\n{floors_table()}<!-- end of floors -->{after}"
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
