"""A desk that runs over some of the examples and two hostile articles, and a browser at it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, sync_playwright

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
DAYS = {
    "2025-03-04": (
        "2025-03-04-calder*.json",
        "2025-03-04-halden*.txt",
        "2025-03-04-tamarack*.gz",
    ),
    "2025-03-06": ("2025-03-05-daily*.txt", "2025-03-06-northlight*", "2025-03-05-vostok*"),
}
"""What is learned of when."""

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run with one as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_S = 60
"""How long a page may take to come; the machine may be busy."""

SCRIPT = "</title><script>alert(1)</script>"
HOSTILE_TITLE = f"{SCRIPT} in the harbour"
HOSTILE = {
    "outlet": "<img src=x onerror=alert(3)>",
    "url": "javascript:alert(2)",
    "title": HOSTILE_TITLE,
    "date": "2025-02-01",  # so that it is not the story that is told first
    "text": (
        f"{HOSTILE_TITLE}\n\nMayor Jane Doe said that “<svg/onload=alert(4)>” was on the wall of"
        " the harbour. Ana Ruiz denied that the \u202eharbour was closed.\n\nJavascript:alert(5)"
        " said that 12 people had died in the harbour."
    ),
}
LONG = (
    f"A long word came to the harbour\n\nMayor Jane Doe said that {'x' * 1_000_000} had come to"
    " the harbour. Ana Ruiz denied that the harbour was closed.\n"
)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the desk is."""
    folder = tmp_path_factory.mktemp("browser")
    store = folder / "whence.db"
    (folder / "hostile.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    (folder / "long.txt").write_text(LONG, encoding="utf-8")
    _whence("init", "--store", store)
    for day, names in DAYS.items():
        articles = sorted(each for name in names for each in EXAMPLES.glob(name))
        _whence("add", "--store", store, "--learned-at", day, *articles)
    hostile = (folder / "hostile.json", folder / "long.txt", "--date", "2025-02-01")
    _whence("add", "--store", store, "--learned-at", "2025-03-07", *hostile)
    call = [sys.executable, "-m", "whence", "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = re.search(r"http://\S+[^/\s]", process.stdout.readline())
        assert told is not None
        yield told[0]
        process.terminate()


def _whence(*arguments: str | Path) -> None:
    call = [sys.executable, "-m", "whence", *map(str, arguments), "--quiet"]
    subprocess.run(call, check=True, capture_output=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; `apt-get install chromium` brings it")
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@dataclass
class Window:
    """A page that is looked at.

    Attributes:
        faults: What the browser complained of: errors, refusals of the policy, dialogs.
    """

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note from here on what the browser complains of."""
        self.page.on("console", self._console)
        self.page.on("pageerror", self._error)
        self.page.on("dialog", self._dialog)

    def _console(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self.faults.append(told.text)

    def _error(self, error: Error) -> None:
        self.faults.append(str(error))

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(dialog.message)
        dialog.dismiss()

    def go(self, path: str) -> Page:
        """Go to an address and wait until all of it is there."""
        self.page.goto(self.base + path)
        return self.page


Open = Callable[..., Window]


@pytest.fixture
def window(browser: Browser, base: str) -> Iterator[Open]:
    """Open a window, with what `Browser.new_context` takes; at the end there was no fault."""
    opened: list[Window] = []
    with ExitStack() as closing:

        def make(**options: Any) -> Window:  # noqa: ANN401 - what Playwright takes
            context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
            closing.callback(context.close)
            context.set_default_timeout(WAIT_S * 1000)
            made = Window(context.new_page(), base)
            made.listen()
            opened.append(made)
            return made

        yield make
        assert [fault for each in opened for fault in each.faults] == []
