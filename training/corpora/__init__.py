"""Annotated corpora -> articles with spans."""
