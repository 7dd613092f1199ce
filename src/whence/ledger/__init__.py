"""Records: frozen, standard library only, with ids that say the same for the same.

What holds for all of them: spans count Unicode code points of the article's text and are
half-open; `None` means not known, never "no"; moments are ISO 8601 text, a day without a
time is bare (`2024-10-21`) and a time is in UTC (`2024-10-21T09:30:00Z`); tuples are in
reading order unless the record says otherwise. A record printed as JSON has the shape of
the output contract.
"""
