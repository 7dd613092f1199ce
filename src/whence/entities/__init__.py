"""Names in text -> Entity."""
