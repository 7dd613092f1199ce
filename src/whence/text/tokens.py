"""Text -> tokens as Universal Dependencies cuts English.

Clitics ("did|n't", "Moscow|'s"), hyphens and punctuation stand apart; abbreviations,
numbers with their separators, addresses and runs of one mark stay whole.

Source: the UD English guidelines, https://universaldependencies.org/en/
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "mr|mrs|ms|messrs|dr|prof|sen|rep|gov|gen|col|lt|sgt|capt|cmdr|adm|maj|brig|pres|rev|hon|st|sr"
    "|jr|inc|corp|co|ltd|bros|no|nos|vs|etc|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon"
    "|tue|tues|wed|thu|thur|thurs|fri|sat|sun|ave|blvd|dept|est|fig|al|approx"
)

_TOKEN = re.compile(
    rf"""
    (?! [cgw] (?: annot | [oa]nna | otta ) \b )
    (?-i: [a-zA-Z]++ (?= [\s,;] ) )                # most words, told at once
  | (?: https?:// | www\. ) [^\s<>"“”’]* [^\s<>"“”’.,;:!?)\]]
  | [\w.+-]+ @ \w[\w-]* (?: \. \w[\w-]* )+
  | \w [\w-]* (?: \. [\w-]+ )* \.
    (?: com | org | net | gov | edu | mil | int | info | news | pdf | html? ) \b (?! \. \w )
  | [@#] \w+
  | (?: [^\W\d_] \. ){{2,}} (?: [^\W\d_] (?! \w ) )?
  | \b (?: {_ABBREVIATIONS} ) \. (?= \s* [^\s.] )
  | (?<! \w ) [A-Z] \. (?= \s ? [A-Z] )
  | \d+ (?: [.,:/] \d+ )* (?: (?: st | nd | rd | th | s | m | bn | am | pm | k ) \b )?
  | [^\W\d_]+? (?= n['’]t \b )
  | n['’]t \b
  | ['’] (?: s | re | ve | ll | d | m ) \b
  | can (?= not \b ) | (?: gon | wan ) (?= na \b ) | got (?= ta \b )
  | (?: e | co | non | anti | pre | re | un | ex | mid | multi | pro | post | sub | semi | ultra )
    - [^\W\d_]+
  | [^\W\d_] [^\W_]* (?: ['’] (?! (?: s | re | ve | ll | d | m ) \b ) [^\W\d_]+ )*
  | (?: \.\s?){{2,}} \. | \.{{2,}} | -{{2,}} | '' | `` | [!?]+ | ={{2,}} | \*{{2,}} | _{{1,}}
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split_tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The [start, end) pairs of the tokens between two characters, ascending.

    Every character that is no white space is in exactly one token.
    """
    return [match.span() for match in _TOKEN.finditer(text, start, end)]
