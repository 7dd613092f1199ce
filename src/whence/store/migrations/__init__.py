"""From each shape of a store to the next; one file in `versions` for each step."""
