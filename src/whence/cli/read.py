"""`whence read`: articles -> what each says, printed one after the other."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, given, make_call, stdin
from whence.cli.options import Date, Jobs, Outlet, Paths, Quiet, ReadFormat, Verbose, examples
from whence.cli.output import put, tell, width
from whence.cli.printed import Printed, print_one

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from whence.articles.files import Given

EXAMPLES = examples(
    "whence read article.txt",
    "whence read news/ --format jsonl > readings.jsonl",
    'whence read --outlet "BizNews" --date 2024-10-21 *.html',
    "cat article.txt | whence read -",
)


def read(
    paths: Paths,
    *,
    format: Annotated[ReadFormat, typer.Option(help="What to print.")] = ReadFormat.TEXT,  # noqa: A002 - the option's name
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles: who says what, by which words, how firmly.

    Each article is read alone; nothing printed depends on the others.
    """
    call = make_call(jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    finish = partial(
        print_one, as_jsonl=format is ReadFormat.JSONL, columns=width(), colour=call.colour
    )
    count = 0
    try:
        with closing(_results(call, paths, given(outlet, date), finish)) as results:
            for printed in results:
                put(printed.text)
                count += 1
                if printed.failures:
                    call.failed(printed.failures)
    except KeyboardInterrupt:
        tell(f"stopped after {count} inputs; what was read is printed")
        raise typer.Exit(1) from None
    call.end()


def _results(
    call: Call, paths: Sequence[str], told: Given, finish: partial[Printed]
) -> Generator[Printed, None, None]:
    from whence.articles.files import load
    from whence.pipeline.assemble import trained_reader
    from whence.pipeline.gather import count_inputs, read_each, with_progress
    from whence.pipeline.workers import Work

    work = Work(trained_reader, finish, is_verbose=call.is_verbose)
    with call.progress("reading", is_streaming=True) as progress:
        total = count_inputs(paths) if progress else None
        results = read_each(load(paths, told, stdin), work, jobs=call.settings.jobs)
        yield from with_progress(results, progress, total)
