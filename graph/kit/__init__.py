"""The Neo4j Browser kit: style, guide, favourites and settings, all made from the model and the questions."""

from graph.kit.files import write_kit
from graph.kit.server import serve_kit

__all__ = ["serve_kit", "write_kit"]
