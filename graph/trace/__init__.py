"""`trace`: the thread around a review, child's pseudonym, theme, recommendation, action or test, as a person tells it.

Facts and links come from `cypher/trace/*.cypher`; what is written here is only how they are told: dated, in plain
words, each with document and page or line, ending with four sentences and with what is not stated.
"""

from graph.trace.model import CouldMean, Step, Summary, Trace
from graph.trace.trace import trace

__all__ = ["CouldMean", "Step", "Summary", "Trace", "trace"]
