"""Labelled pairs of claims from the news -> how often the program says of two what people said.

`gates/pairs/dev.jsonl`: pairs of claims of `data/news` as article ids and spans, labelled by the
rules of `gates/pairs/README.md`; none of their articles is in the pairs that the model learned
from. Each pair is judged alone, as two assertions of one story.

* same: `claims.same.why_same` has a reason, and both put it forward or both speak against it;
* conflict: the program names the detail that people named: polarity where the two are the same
  and one speaks against it, else `claims.conflicts.conflict_of`. Right only with the detail right.

Rates are F1 over the pairs.

The network that compares two texts, beside that, on pairs that others made: how often a pair that
is the same has a higher probability of it, or of one being the fuller, than one that is not (area
under the curve). ECB+ dev: sentences of one topic with the same event mentions or with none in
common; ClaimDiff: claims of the topics held back from training, of which one strengthens the other.

    python -m gates.pairs_of_claims --data DIR
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from gates.command import print_figures
from training.corpora import claimdiff, ecbplus
from training.corpora.ecbplus import SentencePair
from training.corpora.pairs_of_claims import LabelledPair, load_pairs
from whence.attributions.port import Reader
from whence.claims.conflicts import conflict_of, count_one_thing
from whence.claims.judge import judge, read_too
from whence.claims.polarity import speak_against_each_other
from whence.claims.port import Encoder
from whence.claims.same import is_open, may_be_same, why_same
from whence.ledger.claim import Detail
from whence.pipeline.assemble import SentenceEncoder

FILES = ("data/news/*", "data/crossdoc/ecbplus/dev_*", "data/crossdoc/claimdiff_train.jsonl")
EVENT_PAIRS = 400  # of ECB+ dev, of each kind
HERE = Path(__file__).parent / "pairs/dev.jsonl"


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures; `data` is the shared folder."""
    pairs = load_pairs(HERE, data / "data/news/articles.jsonl.gz", reader, is_compared=True)
    crossdoc, encoder = data / "data/crossdoc", SentenceEncoder()
    figures = rates([(wanted_of(each), answer(each, encoder)) for each in pairs])
    events = ecbplus.load_pairs(crossdoc / "ecbplus", "dev", EVENT_PAIRS)
    claims = claimdiff.load_pairs(crossdoc / "claimdiff_train.jsonl", is_held_back=True)
    figures["ECB+ dev, event pairs, area under the curve"] = area(encoder, events)
    figures["ClaimDiff held back, area under the curve"] = area(encoder, claims)
    return figures


def area(encoder: Encoder, pairs: Sequence[SentencePair]) -> float:
    """How often a pair that is the same comes before one that is not; 0.5 by chance."""
    compared = encoder.compare([(each.one, each.other) for each in pairs])
    scores = [each.same + each.more_specific for each in compared]
    same = [score for score, pair in zip(scores, pairs, strict=True) if pair.is_same]
    others = sorted(score for score, pair in zip(scores, pairs, strict=True) if not pair.is_same)
    below = sum(bisect_left(others, score) for score in same)
    level = sum(bisect_right(others, score) - bisect_left(others, score) for score in same)
    return (below + level / 2) / (len(same) * len(others))


def rates(judged: list[tuple[str, str]]) -> dict[str, float]:
    """F1 of each answer that counts, from (wanted, said)."""
    figures = {"pairs of claims, same F1": f1(judged, "same")}
    for detail in ("quantity", "polarity"):
        name = f"pairs of claims, conflict of {detail} F1"
        figures[name] = f1(judged, f"conflict {detail}")
    figures["pairs of claims, conflict F1 with the detail"] = f1(judged, "conflict ")
    return figures


def wanted_of(pair: LabelledPair) -> str:
    """What people said."""
    return f"conflict {pair.detail}" if pair.label == "conflict" else pair.label


def answer(pair: LabelledPair, encoder: Encoder) -> str:
    """What the program says."""
    verdict = None
    if may_be_same(pair.one, pair.other):
        verdict = judge(pair.one, pair.other, pair.likeness)
        if pair.compared is not None and is_open(verdict):
            verdict = read_too(verdict, pair.compared)
    if why_same(pair.one, pair.other, verdict):
        against = speak_against_each_other(pair.one, pair.other)
        return "conflict polarity" if against else "same"
    conflict = conflict_of(pair.one, pair.other, pair.likeness)
    is_counted = conflict is not None and conflict[0] is Detail.QUANTITY
    if is_counted and not all(count_one_thing([(pair.one, pair.other)], encoder)):
        return "different"
    return f"conflict {conflict[0].value}" if conflict else "different"


def f1(judged: list[tuple[str, str]], start: str) -> float:
    """F1 of the answers that start so; right are those that are wholly as wanted."""
    said = [pair for pair in judged if pair[1].startswith(start)]
    wanted = sum(pair[0].startswith(start) for pair in judged)
    right = sum(pair[0] == pair[1] for pair in said)
    return 2 * right / (len(said) + wanted) if said or wanted else 0.0


if __name__ == "__main__":
    print_figures(__doc__, measure)
