"""The tests mirror src/whence path for path."""
