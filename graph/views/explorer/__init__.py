"""The explorer: one HTML file to look at, without a network. It opens on what was seen again, not on a picture."""

from graph.views.explorer.holding import held
from graph.views.explorer.page import page_of, write_page

__all__ = ["held", "page_of", "write_page"]
