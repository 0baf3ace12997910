"""The command line: one thin command a file, no logic. Heavy imports stay inside the commands, so that ``--help`` is quick.

Exit codes: 0 all well; 1 an error of the input, the model, the store or a query, told in one line; 2 wrong usage of the command
line; 3 nothing was read at all, or ``kg validate`` found faults.
"""

from __future__ import annotations

import sys

import typer

from kg.cli import build, diff, evaluate, explain, export, extract, forget, imports, mcp, query, validate, view, vocab
from kg.errors import KgError, NothingReadError

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    help="News articles in; a graph of who does or proposes what, to whom, about which resource, and who says so, out.",
    epilog="Exit codes: 0 well, 1 an error told in one line, 2 wrong usage, 3 nothing read or faults found.",
)
for name, command in (
    ("build", build.command),
    ("extract", extract.command),
    ("query", query.command),
    ("explain", explain.command),
    ("export", export.command),
    ("import", imports.command),
    ("forget", forget.command),
    ("diff", diff.command),
    ("validate", validate.command),
    ("evaluate", evaluate.command),
    ("view", view.command),
    ("vocab", vocab.command),
    ("mcp", mcp.command),
):
    app.command(name)(command)


def main() -> None:
    """Run the command line; errors made on purpose become one line on standard error and exit code 1."""
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(3 if isinstance(error, NothingReadError) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        print(f"kg: {error.filename or 'the disk'}: {error.strerror or error}; check the name and its permissions", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("kg: stopped; articles stored so far are kept", file=sys.stderr)
        sys.exit(130)
