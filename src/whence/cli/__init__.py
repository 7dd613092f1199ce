"""The command line: one file for each command; parsing, one call, and printing."""
