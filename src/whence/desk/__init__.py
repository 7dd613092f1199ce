"""The desk: the ledger of a store as pages and as JSON, drawn on the server."""
