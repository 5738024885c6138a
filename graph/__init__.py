"""Golden Thread: the graph that joins case, review, finding, recommendation, action, evidence and later case."""
