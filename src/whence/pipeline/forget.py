"""An article of a store -> a tombstone: its text, what was read in it, its bytes on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whence.claims.port import Compared, Encoder
from whence.pipeline.keep import pair_key, rebuild
from whence.store.engine import Store
from whence.store.meta import count_change
from whence.store.stories import load_copies
from whence.store.tombstones import Tombstone, forget_article, keep_only_vectors
from whence.store.vectors import hash_of


class Forgotten(NamedTuple):
    """What became of it.

    Attributes:
        copies: Ids of articles with the same text, or nearly, that are still there.
        is_scrubbed: Whether its bytes are gone from the file; not while another program has
            the store open.
    """

    copies: tuple[str, ...]
    is_scrubbed: bool


def forget(store: Store, tombstone: Tombstone, vectors: Encoder, version: str) -> Forgotten:
    """Take an article out of a store.

    Its rows, and all that was made with them, go in one transaction. The ledger is made anew
    from the others, the vectors of sentences that no other article has go, and the file is
    written again without what was deleted. A run that was cut short is finished by the next
    one for the same article.

    Args:
        store: Open.
        tombstone: What stays of the article.
        vectors: As the ledger takes them.
        version: Of the program.
    """
    with store.writing() as connection:
        copies = load_copies(connection)
        forget_article(connection, tombstone)
        count_change(connection)
    asked = _Asked(vectors)
    rebuild(store, asked, version)
    with store.writing() as connection:
        keep_only_vectors(connection, asked.hashes)
    original = {copy.article: copy.original for copy in copies}
    own = original.get(tombstone.article, tombstone.article)
    same = {each for pair in original.items() for each in pair if original.get(each, each) == own}
    return Forgotten(tuple(sorted(same - {tombstone.article})), store.scrub())


class _Asked:
    """An encoder, with the hashes of all texts and pairs that it was asked for."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.hashes: set[str] = set()

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text."""
        self.hashes |= {hash_of(text) for text in texts}
        return self._encoder.vectors(texts)

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """How the two texts of each pair stand to each other."""
        self.hashes |= {hash_of(pair_key(*pair)) for pair in pairs}
        return self._encoder.compare(pairs)
