"""Paragraphs -> which of them are embedded posts of social networks, with all their lines."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from whence.articles.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.articles.lines import Paragraph

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})"
)
_NETWORK = (
    r"(?:Twitter|X|Facebook|Telegram|Instagram|Truth Social|TruthSocial|Threads|Bluesky|Mastodon"
    r"|VKontakte|VK|Weibo|TikTok|LinkedIn|Parler|Gab)"
)
_SIGNATURE = Sought(
    r"(?:^|\s)[—–―-]{1,2}\s?(?P<name>[^()\n]{1,80}?)\s*\(@\w{1,30}\)"
    rf"\s*(?P<date>{_DATE})?\W*$",
    needs=("(@",),
)
_NETWORK_SIGNATURE = re.compile(
    rf"^[—–―]\s?(?P<name>[^()\n,]{{2,60}}?)\s*(?:,|\(|\bon\b|\bvia\b)\s*{_NETWORK}\b.{{0,60}}$",
)
_HANDLE_SIGNATURE = re.compile(rf"^[—–―-]{{1,2}}\s?@(?P<name>\w{{2,30}})\W*(?P<date>{_DATE})?\W*$")
_SHARED = Sought(
    rf"(?:^|\s)(?:Posted by\s(?P<name>.{{2,80}}?)\son\s(?:\w+day,?\s)?{_DATE}.{{0,30}}"
    rf"|A (?:post|photo|video|reel) (?:shared|posted) by\s(?P<sharer>.{{1,60}}?)\s?"
    rf"\(@[\w.]{{1,30}}\)(?:\son\s{_DATE}.{{0,30}})?)$",
    needs=("Posted by", " shared by", " posted by"),
)
_STAMP = re.compile(
    rf"^(?:\d{{1,2}}[:.]\d{{2}}\s?(?:[AaPp]\.?[Mm]\.?)?\s*[·•|,-]\s*{_DATE}"
    rf"|{_DATE}\s*[·•|,-]\s*\d{{1,2}}[:.]\d{{2}}).{{0,60}}$",
)
_HEADER = re.compile(r"^[^.!?:@]{0,50}\s?\(?@\w{2,30}\)?(?:\s*[·•]\s*.{1,30})?$")
_SKIP = re.compile(rf"^Skip {_NETWORK} post by\b|^End of {_NETWORK} post by\b", re.IGNORECASE)
_PICTURE = re.compile(r"pic\.(?:twitter|x)\.com/\w+\W*$")
_LINK = re.compile(r"(?:https?://|pic\.)\S+")
_ITEM = re.compile(r"^[-–—•*>]\s?\S")
_ADDRESS = re.compile(r"^https?://\S+$")
_COUNTS = re.compile(
    r"^(?:[\d.,]+\s?[KM]?\s+)?"
    r"(?:Views?|Retweets?|Reposts?|Likes?|Replies|Quotes?|Bookmarks?|Comments?|Shares?)"
    r"(?:\s*[·•|,]?\s*[\d.,]+\s?[KM]?\s*\w+)*$"
    r"|^Read the full conversation on (?:X|Twitter)|^Translated from \w+|^See new Tweets$",
)
_INTRODUCES = re.compile(
    r"\b(?:tweet(?:ed|s|ing)?|posted|posting|wrote|writes|said|says|added|shared"
    r"|retweeted|on Twitter"
    r"|on X|on Truth Social|on Facebook|on Telegram|on Instagram|replied|responded|announced)\b",
)
_CLOSED_QUOTE = re.compile(r"[”\"],?\s.{0,80}\b(?:said|says|told|added|wrote|tweeted)\b")

_STOPS = (".", "!", "?", "”", '"')

_POST_LENGTH = 300
"""Characters of a post's text, links aside; X allows 280 of its own counting."""

_ANY_LENGTH = 1000.0
_NAME_WORDS = 5
_LONGEST_RUN = 8
"""Lines that a post may have above its signature."""


class Post(NamedTuple):
    """Paragraphs `first` to `last`, both included, are one post."""

    first: int
    last: int


def find_posts(found: Sequence[Paragraph]) -> list[Post]:
    """Embedded posts, ascending and apart from each other.

    A post ends with its signature ("— Name (@handle) October 21, 2024"), a time stamp, or a
    picture link; it begins after the last paragraph that is the article's own. What is its own is
    judged by length (against a post's limit and against the article's usual paragraph), by a
    colon or a verb of posting that leads to the post, and by the signer's own name.
    """
    lengths = [len(each.words) for each in found if each.words.endswith(_STOPS)]
    usual = median(lengths) if lengths else 0.0
    gap = min((each.blank_count for each in found[1:]), default=0)
    closer = [each._replace(blank_count=max(0, each.blank_count - gap)) for each in found]
    if 2 * sum(each.blank_count > 0 for each in closer[1:]) > len(closer):
        usual = _ANY_LENGTH  # blank lines between paragraphs: lines that touch belong together
    posts: list[Post] = []
    for place, paragraph in enumerate(found):
        if posts and place <= posts[-1].last:
            continue
        floor = posts[-1].last + 1 if posts else 0
        post = _post_at(closer, place, floor, usual)
        if post is not None:
            posts.append(_with_counts(found, post))
        elif _SKIP.match(paragraph.words):
            posts.append(Post(place, place))
    return posts


def _post_at(found: Sequence[Paragraph], place: int, floor: int, usual: float) -> Post | None:
    words = found[place].words
    signature = signature_in(words)
    if signature is not None:
        return Post(_first_line(found, place, floor, usual, signature), place)
    if _STAMP.match(words):
        header = _header_above(found, place, floor)
        return Post(header, place) if header is not None else None
    if _PICTURE.search(words) and len(_LINK.sub("", words)) <= _POST_LENGTH:
        following = found[place + 1].words if place + 1 < len(found) else ""
        if signature_in(following) is None and not _PICTURE.search(following):
            return Post(place, place)
    return None


def signature_in(words: str) -> re.Match[str] | None:
    """The signature at the end of a line, if it has one; a dash inside a sentence needs a date."""
    found = _SIGNATURE.search(words)
    if found is not None and (found["date"] or found.start() == 0):
        return found
    return (
        _NETWORK_SIGNATURE.match(words) or _HANDLE_SIGNATURE.match(words) or _SHARED.search(words)
    )


def _signer(signature: re.Match[str]) -> str:
    groups = signature.groupdict()
    name = groups.get("name") or groups.get("sharer") or ""
    names = re.findall(r"[A-Z][\w’'-]{2,}", name)
    return names[-1] if names else ""


def _first_line(
    found: Sequence[Paragraph],
    place: int,
    floor: int,
    usual: float,
    signature: re.Match[str],
) -> int:
    """The place of the post's first line, going up from its signature."""
    own_words = found[place].words[: signature.start()]
    length = len(_LINK.sub("", own_words).strip())
    limit = min(200.0, 0.6 * usual)
    first = place
    while first > max(floor, place - _LONGEST_RUN, 1):
        above = found[first - 1].words
        length += len(_LINK.sub("", above).strip())
        has_text = first < place or bool(own_words.strip()) or "sharer" in signature.groupdict()
        if length > _POST_LENGTH or _is_own(above, _signer(signature)):
            break
        if has_text and not _continues(above, found[first], 0.0 if own_words.strip() else limit):
            break
        first -= 1
    return first


def _is_own(words: str, signer: str) -> bool:
    """Whether a line is the article's, not the post's."""
    if _ADDRESS.match(words) or signature_in(words):
        return True
    if words.endswith(":") or _CLOSED_QUOTE.search(words):
        return True
    return bool(signer) and signer in words and bool(_INTRODUCES.search(words))


def _continues(above: str, below: Paragraph, limit: float) -> bool:
    """Whether a line may be one more line of the post below it.

    `limit` is 0 where the signature ends a line of text: that post was flattened to one line.
    """
    if _LINK.search(above) or above.startswith(("#", "@", ".@")):
        return True
    if _ITEM.match(above) and _ITEM.match(below.words):
        return not below.blank_count
    if _INTRODUCES.search(above) or below.blank_count:
        return False
    return len(above) <= limit and above.endswith((".", "!", "?", "…", ",", "”", '"'))


def _header_above(found: Sequence[Paragraph], place: int, floor: int) -> int | None:
    """The line "Name @handle" over a time stamp, if it stands close enough."""
    for above in range(place - 1, max(floor, place - _LONGEST_RUN - 1) - 1, -1):
        if _HEADER.match(found[above].words):
            is_handle = above > floor and found[above].words.startswith("@")
            return above - 1 if is_handle and _is_name(found[above - 1].words) else above
    return None


def _is_name(words: str) -> bool:
    return len(words.split()) <= _NAME_WORDS and words[-1] not in ".:!?"


def _with_counts(found: Sequence[Paragraph], post: Post) -> Post:
    """The post with the lines of counts under it."""
    last = post.last
    while last + 1 < len(found) and _COUNTS.match(found[last + 1].words):
        last += 1
    return Post(post.first, last)
