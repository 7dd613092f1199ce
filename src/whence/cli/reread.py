"""`whence reread`: articles of the store, read by an older reader -> read by this one."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import typer

from whence.cli.call import Call, make_call, opened
from whence.cli.ledger import encoder_of
from whence.cli.options import Jobs, Quiet, Store, Verbose, examples
from whence.cli.output import tell
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.store.engine import Store as OpenStore

EXAMPLES = examples("whence reread", "whence reread --store crisis.db --jobs 2")


def reread(
    *,
    store: Store = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read the articles of the store again, with this version of the program.

    Articles keep their ids and the day they were learned of; what you said of stories and
    outlets stays. Those that this version has read are passed over, so a run that was stopped
    goes on where it was.
    """
    from whence.pipeline.assemble import reading_by
    from whence.pipeline.keep import articles_in, ledger_in
    from whence.pipeline.reread import unread_by
    from whence.pipeline.settings import program_version

    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        every = len(articles_in(target))
        wanted = unread_by(target, reading_by())
        counts: Counter[str] = Counter()
        try:
            _read(call, target, wanted, counts)
            if counts["changed"]:
                with call.waiting("joining the claims", every):
                    ledger_in(target, encoder_of(target), program_version())
        except KeyboardInterrupt:
            tell(f"stopped; {_words(counts)}; run it again and it goes on")
            raise typer.Exit(1) from None
    passed_over = f", {every - len(wanted)} were read by this version before"
    call.say(_words(counts) + (passed_over if every > len(wanted) else ""))
    call.end()


def _read(call: Call, store: OpenStore, articles: Sequence[str], counts: Counter[str]) -> None:
    """Read and keep; `counts` says at any moment what is done."""
    from whence.pipeline.assemble import reading_by
    from whence.pipeline.reread import reread as read_again

    with call.progress("reading") as progress:
        results = read_again(
            store,
            articles,
            reader=reading_by(),
            jobs=call.settings.jobs,
            progress=progress,
            is_verbose=call.is_verbose,
        )
        with closing(results) as stream:
            for each in stream:
                counts["failed" if each.messages else "read"] += 1
                counts["changed"] += each.is_changed
                if each.messages:
                    call.failed(each.messages)


def _words(counts: Counter[str]) -> str:
    failed = f", {counts['failed']} failed and stay as they were" if counts["failed"] else ""
    return f"{counted(counts['read'], 'article')} read again, {counts['changed']} changed{failed}"
