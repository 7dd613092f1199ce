"""Marking -> Attribution, by rules."""
