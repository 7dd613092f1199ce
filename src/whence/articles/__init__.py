"""Files, folders and standard input -> articles with their blocks marked."""
