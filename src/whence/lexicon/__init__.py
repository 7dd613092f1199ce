"""WORD LISTS: TOML tables with a source for each list, one loader each."""
