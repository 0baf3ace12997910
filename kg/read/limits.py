"""How much of one input is read at most, so that no file can fill the memory."""

MAX_CHARACTERS = 1_000_000
"""Longest text of an article, in Unicode code points."""

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""Longest text file: four bytes a character in UTF-8 and UTF-16, and a byte order mark."""

MAX_LINE_BYTES = 10_000_000
"""Longest line of a JSONL file."""

MAX_PAGE_BYTES = 10_000_000
"""Longest HTML file."""

MAX_TITLE = 300
"""Longest first line, in characters, that is taken for a headline."""
