"""CHARACTERS: every function keeps character offsets."""
