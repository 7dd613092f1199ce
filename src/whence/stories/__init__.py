"""Articles and claims -> Story; which articles are copies."""
