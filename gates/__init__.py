"""Pinned scores on development data; a gate fails below its floor."""
