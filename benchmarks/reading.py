"""Whole `whence read` against one plain pass of the recipe's network, in one run.

    python -m benchmarks.reading [--data DIR] [--rounds N]

Over PolNeAR dev, in turn: the installed `whence read` as a process, with everything it
does (start, tokens, all heads, nesting, rules, printing); and `baseline/recipe.onnx` over the
same paragraphs, one after the other, two threads, tokens made beforehand. Prints words of text
per second of each and their ratio (goal 1 or more); the share of this machine's int8 peak
(`benchmarks.products`) that the network alone and whole reading reach; where the rest of the
time goes; and the peak memory of all processes.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from benchmarks.products import measure_peak
from benchmarks.stages import measure_stages, texts_of
from whence.reader.manifest import package_folder
from whence.reader.windows import CLS, SEP

LONGEST = 250  # pieces of a paragraph, the recipe's
TICK_S = 0.1
THREADS = 2
KIB = 1024


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared folder")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    folder = options.data / "data/polnear/dev/text"
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    plain = make_plain(options.data / "baseline/recipe.onnx", texts)
    ratios = []
    for _ in range(options.rounds):
        whole_s = time_whence(folder)
        plain_s = plain()
        ratios.append(plain_s / whole_s)
        print(
            f"whence read {words / whole_s:6.0f} words/s  plain pass {words / plain_s:6.0f} words/s"
            f"  ratio {ratios[-1]:.2f}",
            flush=True,
        )
    print(f"median ratio {statistics.median(ratios):.2f} over {words} words")
    report_shares(texts_of(folder))
    peak = measure_memory(folder) / 2**20
    print(f"peak memory of all processes {peak:.0f} MiB, in a run of its own")


def report_shares(paths: list[str]) -> None:
    """Print what one thread does with its time."""
    peak = measure_peak()
    spent, operations = measure_stages(paths)
    whole_s = spent["articles"] + spent["all reading"] + spent["printing"]
    print(f"one thread: int8 peak {peak / 1e9:.0f} GOPS, {operations / 1e9:.0f} GOP of products")
    for name, seconds in (("the network alone", spent["network"]), ("whole reading", whole_s)):
        share = operations / seconds / peak
        print(f"  {name}: {seconds:.2f} s, {share:.0%} of the peak")
    for name, seconds in spent.most_common():
        print(f"  {name:24}{seconds:7.2f} s {seconds / whole_s:6.0%}")


def make_plain(network: Path, texts: list[str]):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a closure
    """A call that runs the recipe's network over every paragraph and gives the seconds."""
    tokenizer = Tokenizer.from_file(str(package_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(
        str(network), options, providers=["CPUExecutionProvider"]
    )
    rows = [
        np.asarray([CLS, *encoded.ids[: LONGEST - 2], SEP], dtype=np.int64)[None]
        for text in texts
        for encoded in tokenizer.encode_batch(
            [line for line in text.split("\n") if line.strip()], add_special_tokens=False
        )
    ]

    def run() -> float:
        began = time.perf_counter()
        for ids in rows:
            session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        return time.perf_counter() - began

    return run


def start_whence(folder: Path) -> subprocess.Popen[bytes]:
    """A whole `whence read` of a folder."""
    program = str(Path(sys.executable).parent / "whence")
    return subprocess.Popen(  # noqa: S603 - our own program
        [program, "read", "--format", "jsonl", "--quiet", "--jobs", str(THREADS), str(folder)],
        stdout=subprocess.DEVNULL,
    )


def time_whence(folder: Path) -> float:
    """Seconds of a whole `whence read`, start to end."""
    began = time.perf_counter()
    code = start_whence(folder).wait()
    if code:
        raise SystemExit(f"whence read ended with {code}")
    return time.perf_counter() - began


def measure_memory(folder: Path) -> int:
    """The greatest sum of the memory of all its processes, in bytes; looking costs time."""
    process, peaks = start_whence(folder), [0]
    watcher = threading.Thread(target=watch, args=(process, peaks))
    watcher.start()
    process.wait()
    watcher.join()
    return peaks[0]


def watch(process: subprocess.Popen[bytes], peaks: list[int]) -> None:
    """Keep the greatest memory of a process and all its children in `peaks[0]`."""
    while process.poll() is None:
        peaks[0] = max(peaks[0], sum(memory_of(each) for each in family(process.pid)))
        time.sleep(TICK_S)


def family(pid: int) -> list[int]:
    """A process and all below it (Linux)."""
    try:
        lines = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in lines for each in family(int(child)))]


def memory_of(pid: int) -> int:
    """Bytes of a process that no other shares, and its part of those shared (Linux)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
