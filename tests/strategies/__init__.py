"""Hypothesis strategies for the records: every value is one that whence could make.

Text is meant to be hard: marks of HTML, quotation marks of all kinds, escape sequences,
overrides of direction, wide, combining and astral characters. Spans lie in the text that they
are drawn for, blocks are apart from each other, ids are what the record's own hash gives.
"""
