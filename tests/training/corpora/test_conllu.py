"""CoNLL-U files."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.training.corpora.making import SAID, sentence, write
from training.corpora import conllu

GO = [("Go", "VERB", 0, "root", "_"), ("on", "ADP", 1, "compound:prt", "_")]
SPLIT = (
    "# newdoc id = b\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
    "2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n"
)


def test_heads_count_through_the_document(tmp_path: Path) -> None:
    """Heads are tokens of the document and a root has -1."""
    path = write(tmp_path / "a.conllu", sentence(GO, "newdoc id = a"), sentence(GO))
    (one,) = conllu.load(path)
    assert one.heads == (-1, 0, -1, 2)
    assert one.relations == ("root", "compound", "root", "compound")
    assert one.sentences == (0, 2)


def test_paragraphs(tmp_path: Path) -> None:
    """A sentence with `# newpar` starts a paragraph; a document without any has one."""
    blocks = [sentence(GO, "newdoc id = a", "newpar"), sentence(GO), sentence(GO, "newpar id = p2")]
    path = write(tmp_path / "a.conllu", *blocks, sentence(GO, "newdoc id = b"), sentence(GO))
    first, second = conllu.load(path)
    assert [len(each) for each in first.paragraphs] == [4, 2]
    assert [len(each) for each in second.paragraphs] == [4]


def test_a_paragraph_inside_a_sentence(tmp_path: Path) -> None:
    """`NewPar=Yes` starts a paragraph inside a sentence."""
    rows = [GO[0], ("on", "ADP", 1, "compound:prt", "NewPar=Yes")]
    (one,) = conllu.load(write(tmp_path / "a.conllu", sentence(rows)))
    assert one.paragraphs == (("Go",), ("on",))


def test_multiword_tokens(tmp_path: Path) -> None:
    """A multiword token gives its parts, whose blank it decides; an empty node gives nothing."""
    (one,) = conllu.read(write(tmp_path / "a.conllu", SPLIT))
    assert one.tokens == ["ca", "n't", "!"]
    assert one.is_blank_after == [False, False, True]


def test_gzipped_files_are_read_alike(tmp_path: Path) -> None:
    """A gzipped file gives what the plain one gives."""
    plain = write(tmp_path / "a.conllu", sentence(SAID, "newdoc id = a", "s_type = decl"))
    packed = tmp_path / "a.conllu.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert conllu.read(plain) == conllu.read(packed)
    assert conllu.read(plain)[0].types == ["decl"]
