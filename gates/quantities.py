"""Quantities against the numerals of the treebanks GUM and EWT; no corpus marks quantities.

    python -m gates.quantities [--data DIR] [--half 0|1] [--list]

The command line reads train and dev by the words alone. `measure` reads dev, with the trees
that the reader gives each sentence, since train has taught it.

* **covered**: numerals (UPOS NUM, `NumType=Card`, digits or words) inside a quantity or a
  time of ours, of all that the rules below do not take out.
* **unit**: quantities of one numeral whose numeral modifies (`nummod`) a common noun or a
  sign of money or per cent: those whose unit is that word as printed, of all.
* **with a numeral**: quantities with a numeral, or with a word for a number that the
  treebanks tag otherwise ("dozens", "half", "several", "no"), of all quantities: what is left
  over counts something that is no number, or that is tagged as a name or a list's sign.

Taken out, as they count nothing:

* a numeral that begins its sentence before "." or ")", or is tagged LS: a list's;
* one whose head is a proper noun, or that is `flat`, `compound` or `appos` or has such a
  word on it: part of a name;
* "one" that modifies no noun, and "two" to "nine" in words that modify none: pronouns;
* one with a letter or a slash, colon or full stops between figures: codes, scores, clocks;
* one in round or square brackets alone: a reference; one with more than eight digits;
* numerals that modify a numbered thing before them ("page 5": `nmod:unmarked`, `dep`);
* documents of GUM's kinds academic, textbook, conversation and vlog; of EWT only weblogs
  and newsgroups are read: the rest is not written like news.

The halves are those of `gates.times`, by the name; rules were mended looking at half 0 only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gates.command import halves_of
from gates.rates import share
from gates.treebank import Document, Token, read_documents
from whence.attributions.port import Reader
from whence.ledger.quantity import Quantity
from whence.ledger.time import Time
from whence.lexicon.quantities import count_words
from whence.text.trees import Tree
from whence.values.quantities import find_quantities
from whence.values.times import find_times

BANKS = {
    "GUM": ("gum/en_gum-ud-train.conllu.gz", "gum/en_gum-ud-dev.conllu"),
    "EWT": ("ewt/en_ewt-ud-train.conllu.gz", "ewt/en_ewt-ud-dev.conllu"),
}
FILES = tuple(f"data/ud/{paths[-1]}" for paths in BANKS.values())
NOT_NEWS = frozenset({"academic", "textbook", "conversation", "vlog"})
NEWS_OF_EWT = ("weblog", "newsgroup")
NAMING = ("flat", "compound", "appos", "nmod:unmarked", "dep", "list")
MANY_DIGITS = 8
SMALL = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})

_CODE = re.compile(r"\d[/:]\d|\d\.\d+\.|[A-Za-z]\d|\d[A-Za-z]|^\W*$")


def is_counting(token: Token, sentence: dict[int, Token]) -> bool:
    """Whether a numeral is none of what the module's rules take out."""
    head = sentence.get(token.head)
    first = min(each.span.start for each in sentence.values())
    following = sentence.get(next(key for key, each in sentence.items() if each is token) + 1)
    if token.xpos == "LS" or (token.span.start == first and following and following.form in ".)"):
        return False
    if head and head.upos == "PROPN" and token.relation != "nsubj":
        return False
    if token.relation.startswith(NAMING):
        return False
    key = next(key for key, each in sentence.items() if each is token)
    hung = [each for each in sentence.values() if each.head == key]
    if any(
        each.relation.startswith(("flat", "compound")) and each.upos == "PROPN" for each in hung
    ):
        return False
    if token.form.lower() in SMALL and not token.relation.startswith("nummod"):
        return False
    before = sentence.get(key - 1)
    is_bracketed = before and following and before.form in "([" and following.form in ")]"
    digits = sum(letter.isdigit() for letter in token.form)
    return not (_CODE.search(token.form) or is_bracketed or digits > MANY_DIGITS)


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of the treebanks' dev parts; `data` is the shared folder."""
    found = {}
    for bank, paths in BANKS.items():
        of = count_bank(data, bank, paths[-1:], None, reader)
        found[f"{bank} dev, numerals covered"] = share(of["covered"], of["numerals"])
        found[f"{bank} dev, unit is the counted noun"] = share(of["same unit"], of["units"])
        found[f"{bank} dev, quantities with a numeral"] = share(of["with a numeral"], of["ours"])
    return found


def count_bank(
    shared: Path,
    bank: str,
    paths: Sequence[str],
    half: int | None,
    reader: Reader | None,
    *,
    is_listed: bool = False,
) -> Counter[str]:
    """Counts of some files of a treebank, with the reader's trees or by the words alone."""
    counts: Counter[str] = Counter()
    for path in paths:
        for document in read_documents(shared / "data/ud" / path):
            if half not in {None, document.half} or not _is_read(bank, document.name):
                continue
            tree = Tree(reader.read(document.text, document.sentences).parse) if reader else None
            times = find_times(document.text, document.sentences, document.created)
            quantities = find_quantities(document.text, document.sentences, times, tree)
            for sentence in document.tokens:
                _count(document, sentence, times, quantities, counts, is_listed=is_listed)
            _count_ours(document, quantities, counts, is_listed=is_listed)
    return counts


def _is_read(bank: str, name: str) -> bool:
    if bank == "EWT":
        return name.startswith(NEWS_OF_EWT)
    return name.split("_")[1] not in NOT_NEWS


def _count(
    document: Document,
    sentence: dict[int, Token],
    times: list[Time],
    quantities: list[Quantity],
    counts: Counter[str],
    *,
    is_listed: bool,
) -> None:
    for token in _numerals(sentence):
        if not is_counting(token, sentence):
            continue
        over = [each for each in quantities if each.span.covers(token.span)]
        is_covered = bool(over) or any(time.span.covers(token.span) for time in times)
        counts["numerals"] += 1
        counts["covered"] += is_covered
        if is_listed and not is_covered:
            print(document.name, "MISSED", repr(_around(document, token.span.start)))
        if over:
            _count_unit(document, token, sentence, over[0], counts, is_listed=is_listed)


def _count_unit(
    document: Document,
    token: Token,
    sentence: dict[int, Token],
    quantity: Quantity,
    counts: Counter[str],
    *,
    is_listed: bool,
) -> None:
    head = sentence.get(token.head)
    if not head or token.relation != "nummod" or head.upos not in {"NOUN", "SYM"}:
        return
    unit = quantity.unit or ""
    is_same = head.form in {unit, unit[-1:], unit.rstrip("s"), unit[:1]}
    is_same = is_same or (unit == "%" and head.form in {"percent", "per", "cent", "pct"})
    counts["units"] += 1
    counts["same unit"] += is_same
    if is_listed and not is_same:
        print(document.name, "UNIT", head.form, unit, repr(_around(document, token.span.start)))


def _count_ours(
    document: Document, quantities: list[Quantity], counts: Counter[str], *, is_listed: bool
) -> None:
    spans = [token.span for sentence in document.tokens for token in _numerals(sentence)]
    words = count_words()
    vague = {*words.collectives, *words.fractions, *words.scales, "hundred", "handful", "couple"}
    vague |= {"dozen", "pair", "trio", "score", "scores", "several", "few", "no", "nobody"}
    for quantity in quantities:
        counts["ours"] += 1
        said = quantity.span.words(document.text)
        is_number = any(quantity.span.covers(span) for span in spans)
        is_number = is_number or bool(vague & set(re.findall(r"[a-z]+", said.lower())))
        counts["with a numeral"] += is_number
        if is_listed and not is_number:
            print(
                document.name,
                "NO NUMERAL",
                repr(said),
                repr(_around(document, quantity.span.start)),
            )


def _numerals(sentence: dict[int, Token]) -> Iterator[Token]:
    for token in sentence.values():
        if token.upos == "NUM" and "NumType=Card" in token.features:
            yield token


def _around(document: Document, start: int) -> str:
    return f"{document.text[max(0, start - 40) : start]}>{document.text[start : start + 40]}"


def main() -> int:
    """Run the command line."""
    options = halves_of(__doc__)
    for bank, paths in BANKS.items():
        of = count_bank(options.data, bank, paths, options.half, None, is_listed=options.list)
        rows = (("covered", "numerals"), ("same unit", "units"), ("with a numeral", "ours"))
        for part, whole in rows:
            rate = share(of[part], of[whole])
            print(f"{bank} {part:15}{of[part]:6} of {of[whole]:6} {whole:10}{rate:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
