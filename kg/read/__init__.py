"""Read: a file, a folder, a glob or several of them to one lazy stream of articles.

    articles = read_articles("news/", report=print)

What cannot be read is reported with its place, its reason and what to do, and is passed over: never a crash, never
silence.
The formats stand in ``kg.read.formats``; what an article's text loses on the way stands in ``kg.read.clean``.
"""

from kg.read.skipped import Report, Skipped
from kg.read.stream import read_articles

__all__ = ["Report", "Skipped", "read_articles"]
