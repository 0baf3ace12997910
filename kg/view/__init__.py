"""networkx → one HTML file: pyvis is the model, the page and its looks are ours, and it works offline."""

from kg.view.page import to_html, write_html

__all__ = ["to_html", "write_html"]
