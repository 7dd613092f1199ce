"""Records -> what is printed: JSON, text, Markdown, HTML, SVG, CSV."""
