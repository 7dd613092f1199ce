"""Records of a story -> pictures of it: drawn once as Vega-Lite, told as words and as a table."""
