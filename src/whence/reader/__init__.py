"""Sentences -> Marking, by the trained network."""
