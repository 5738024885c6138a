"""The question library: one .cypher file a question."""
