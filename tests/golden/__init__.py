"""The example articles -> the ledger that their planted truths ask for."""
