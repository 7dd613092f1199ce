"""A treebank's text -> how many of its sentences and tokens the program finds.

The text is printed anew from the tokens of each paragraph, with blanks where the treebank
has them, and a blank line between paragraphs; the paragraphs are given to the reader, so a
sentence that ends where its paragraph ends costs nothing.

* sentence F1: a sentence counts where its first and its last character are right; white
  space around it is no part of it;
* token F1: the same of tokens, as `whence.text.tokens.split_tokens` cuts each paragraph.

    python -m gates.sentences --data DIR
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gates.command import print_figures
from gates.rates import Found, compare
from gates.texts import Printed, print_out, runs_between
from training.corpora import conllu, ewt
from training.corpora.conllu import Parsed
from whence.attributions.port import Reader
from whence.text.tokens import split_tokens

FILES = (f"data/ud/ewt/{ewt.FILES['dev']}",)


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of EWT dev; `data` is the shared folder."""
    documents = conllu.read(data / FILES[0])
    return {
        "EWT dev, sentence F1": sentences_found(documents, reader).f1,
        "EWT dev, token F1": tokens_found(documents).f1,
    }


def sentences_found(documents: Iterable[Parsed], reader: Reader) -> Found:
    """The sentences of some documents, added up."""
    found = Found()
    for parsed in documents:
        printed = print_out(parsed)
        given = [trimmed(printed.text, *span) for span in _read(printed, reader)]
        gold = [
            (printed.tokens[first][0], printed.tokens[last][1])
            for first, last in runs_between(parsed.sentences, len(parsed.tokens))
        ]
        found = found.plus(compare(gold, given))
    return found


def tokens_found(documents: Iterable[Parsed]) -> Found:
    """The tokens of some documents, added up."""
    found = Found()
    for parsed in documents:
        printed = print_out(parsed)
        given = [
            token for pair in printed.paragraphs for token in split_tokens(printed.text, *pair)
        ]
        found = found.plus(compare(printed.tokens, given))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space at its ends."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _read(printed: Printed, reader: Reader) -> Iterable[tuple[int, int]]:
    return reader.read(printed.text, printed.paragraphs).sentences


if __name__ == "__main__":
    print_figures(__doc__, measure)
