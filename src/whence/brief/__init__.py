"""Story -> Brief: what to print, in which order, and why."""
