"""The steps, named by their revision."""
