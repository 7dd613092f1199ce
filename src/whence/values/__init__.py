"""Sentences -> the numbers and times in them, with bounds, units and days."""
