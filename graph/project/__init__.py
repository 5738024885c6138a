"""Project: records of documents as a graph in memory, each fact with the passage it rests on.

`project` resolves first (which tellings are of one case), then projects document by document. The same records in any
order give the same graph.
"""

from graph.project.project import project

__all__ = ["project"]
