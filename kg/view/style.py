"""How the drawing looks: colours, shapes and sizes, as values that the model, the style sheet and the legend share.

Colours are from Okabe and Ito's palette for all kinds of colour vision, darkened to read on white; nothing is told by
colour alone: kinds of node differ by shape, statuses by their words and width, denials by dashes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

INK = "#1f2933"
STATUS = {"actual": "#0067a5", "proposed": "#c8501a", "possible": "#a2487f"}
WIDTH = {"actual": 2.4, "proposed": 2.4, "possible": 1.4}
KIND = {"stakeholder": "#22405f", "actor": "#ffffff", "resource": "#00795a"}
FONT = "system-ui,sans-serif"
SMALLEST = 15
LINE_FONT = 14
WRAP = 150


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label, in pixels at scale 1, centred on its position."""

    width: float
    height: float


def text_width(text: str, size: float) -> float:
    """About how wide ``text`` is drawn in a sans-serif of ``size`` pixels; East Asian wide characters take a whole em.

    >>> text_width("ab", 10) < text_width("漢字", 10)
    True
    """
    return sum(size if unicodedata.east_asian_width(c) in "WF" else 0.56 * size for c in text)


def shorten(text: str, longest: int = 46) -> str:
    """``text`` cut for the canvas, in one line of printable characters; the panel shows it whole."""
    line = " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def node_look(kind: str, label: str, size: int, unnamed: bool = False) -> tuple[dict[str, Any], Box]:
    """Shape, colour and font of a node as vis-network options, for words of ``size`` pixels; and the room it takes."""
    wide = min(text_width(label, size), WRAP * size / SMALLEST)
    lines = max(1, -(-int(text_width(label, size)) // int(wide + 1)))
    high = lines * size * 1.2
    look: dict[str, Any] = {"font": {"size": size, "color": INK}, "widthConstraint": {"maximum": round(wide) + 12}}
    if kind == "stakeholder":
        look |= {
            "shape": "box",
            "color": _color(KIND[kind], KIND[kind]),
            "borderWidth": 1,
            "shapeProperties": {"borderRadius": 4},
            "margin": {"top": 8, "bottom": 8, "left": 11, "right": 11},
            "font": {"size": size, "color": "#ffffff"},
        }
        return look, Box(wide + 24, high + 18)
    radius = 5 + size / 3
    if kind == "resource":
        look |= {"shape": "diamond", "size": radius + 3, "color": _color(KIND[kind], KIND[kind]), "borderWidth": 1}
        look["font"] = {"size": size, "color": "#00573f"}
    else:
        look |= {"shape": "dot", "size": radius, "color": _color(KIND[kind], KIND["stakeholder"]), "borderWidth": 2}
        if unnamed:
            look["shapeProperties"] = {"borderDashes": [4, 3]}
    look["font"] |= {"strokeWidth": 4, "strokeColor": "#ffffff", "vadjust": -3}
    return look, Box(max(wide, 2 * radius), high + 2 * radius + 4)


def node_size(statements: int, most: int, nodes: int) -> int:
    """Size of a node's words in pixels: larger where more is said of it, more so in a large drawing seen from afar."""
    share = (statements / most) ** 0.35 if most else 0.0
    return SMALLEST + round(share * (7 + min(28, nodes / 10)))


def statement_look(status: str, denied: bool) -> dict[str, Any]:
    """Colour, width and dashes of a statement's edge, as vis-network options."""
    color = STATUS[status]
    return {
        "color": {"color": color, "highlight": color, "hover": color},
        "width": WIDTH[status],
        "dashes": [9, 7] if denied else False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.75}},
        "font": {"color": color},
    }


def quiet_look(dashes: list[int]) -> dict[str, Any]:
    """The look of edges that are no statements."""
    return {
        "color": {"color": "#c3cad3", "highlight": "#7b8794", "hover": "#7b8794"},
        "width": 1.2,
        "dashes": dashes,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "font": {"color": "#7b8794", "size": 12},
    }


_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "font": {"face": FONT},
        "chosen": True,
        "scaling": {"label": {"drawThreshold": 5}},
    },
    "edges": {
        "selectionWidth": 2,
        "hoverWidth": 1,
        "selfReference": {"size": 26},
        "smooth": {"enabled": False},
    },
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 600000,
    },
}


def options(links: int) -> dict[str, Any]:
    """Options of the whole drawing. Where lines are many, their words wait until the reader comes closer, and cut less
    out of the lines that they cross, which would look dashed.
    """
    few = links <= 80
    ground = {"background": "#ffffff", "strokeWidth": 0} if few else {"strokeWidth": 3, "strokeColor": "#ffffff"}
    font = {"face": FONT, "size": LINE_FONT, "align": "horizontal", **ground}
    scaling = {"label": {"drawThreshold": 6 if few else 9}}
    return {**_OPTIONS, "edges": {**_OPTIONS["edges"], "font": font, "scaling": scaling}}


def _color(fill: str, border: str) -> dict[str, Any]:
    chosen = {"background": fill, "border": "#e69f00"}
    return {"background": fill, "border": border, "highlight": chosen, "hover": chosen}
