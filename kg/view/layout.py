"""Where the nodes of a drawing stand: computed beforehand and the same each time, so that the page opens settled.

Each connected part starts from Fruchterman and Reingold's springs (rustworkx). Stress majorisation (Gansner, Koren and
North, 2004) then brings the distances to what the words on the lines need, what still overlaps is pushed apart, and the
parts are packed beside one another, the largest first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from kg.view.style import Box

_SEED = 20250224
_GAP = 22.0
_PART_GAP = 80.0
_ASPECT = 1.1
_STRESS_UP_TO = 800
_LABELS_UP_TO = 150

Points = NDArray[np.float64]
Link = tuple[str, str, Box]


def positions(boxes: Mapping[str, Box], links: Sequence[Link]) -> dict[str, tuple[float, float]]:
    """Centre of every node in pixels (x to the right, y down).

    A link is two ids and the room that the words between them take; which way round makes no difference, and of several
    links between the same two the last counts.

    >>> positions({"a": Box(10, 10)}, [])
    {'a': (0.0, 0.0)}
    """
    names = list(boxes)
    index = {name: i for i, name in enumerate(names)}
    words = {(min(index[a], index[b]), max(index[a], index[b])): box for a, b, box in links if a != b}
    graph: rx.PyGraph[int, Box] = rx.PyGraph()
    graph.add_nodes_from(list(range(len(names))))
    graph.add_edges_from([(a, b, words[a, b]) for a, b in sorted(words)])
    room = np.array([[boxes[name].width, boxes[name].height] for name in names], dtype=float).reshape(-1, 2)
    parts = []
    for members in sorted(rx.connected_components(graph), key=lambda part: (-len(part), min(part))):
        own = sorted(members)
        parts.append((own, _part(graph.subgraph(own), room[own]), room[own]))
    return {names[i]: (round(x, 1), round(y, 1)) for i, (x, y) in sorted(_packed(parts).items())}


def _part(part: rx.PyGraph[int, Box], room: Points) -> Points:
    """Lay out one connected part around its own origin."""
    if len(room) == 1:
        return np.zeros((1, 2))
    ends = np.array([[a, b] for a, b in part.edge_list()])
    words = np.array([[box.width, box.height] for box in part.edges()], dtype=float)
    busy = len(ends) > _LABELS_UP_TO
    lengths = 0.3 * room[ends, 0].sum(axis=1) + (0.2 if busy else 0.6) * words.max(axis=1) + 60
    found = rx.spring_layout(part, num_iter=200, seed=_SEED)
    points = np.array([found[i] for i in range(len(room))], dtype=float)
    drawn = np.linalg.norm(points[ends[:, 0]] - points[ends[:, 1]], axis=1)
    points *= float(np.median(lengths)) / max(float(np.median(drawn)), 1e-9)
    if len(room) <= _STRESS_UP_TO:
        points = _relaxed(points, _distances(len(room), ends, lengths))
    points = _turned(points)
    if busy:
        return _apart(points, room, np.eye(len(room)))
    ends, words = ends[words[:, 0] > 0], words[words[:, 0] > 0]
    middles = np.zeros((len(ends), len(room)))
    middles[np.arange(len(ends))[:, None], ends] = 0.5
    return _apart(points, np.vstack([room, words]), np.vstack([np.eye(len(room)), middles]))


def _distances(count: int, ends: NDArray[np.int64], lengths: Points) -> Points:
    """How far apart each two nodes should be: the length of the shortest way between them."""
    weighted: rx.PyGraph[int, float] = rx.PyGraph()
    weighted.add_nodes_from(list(range(count)))
    weighted.add_edges_from([(int(a), int(b), float(d)) for (a, b), d in zip(ends, lengths, strict=True)])
    return np.asarray(rx.floyd_warshall_numpy(weighted, weight_fn=float), dtype=float)


def _relaxed(points: Points, wanted: Points, rounds: int = 120) -> Points:
    """Move the points until their distances come near to those ``wanted``, near neighbours first (weight 1/d²)."""
    count = len(points)
    with np.errstate(divide="ignore"):
        weight = np.where(wanted > 0, wanted**-2.0, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.inv(laplacian + weight.mean() / count)
    for _ in range(rounds):
        distance = np.linalg.norm(points[:, None, :] - points[None, :, :], axis=2)
        pull = -weight * wanted / np.maximum(distance, 1e-6)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _turned(points: Points) -> Points:
    """Turn the drawing to the angle at which it fills a screen best."""
    if len(points) == 2:
        return np.array([[-0.5, 0.0], [0.5, 0.0]]) * float(np.linalg.norm(points[1] - points[0]))
    centred = points - points.mean(axis=0)
    turns: list[tuple[float, int, Points]] = []
    for angle in np.radians(np.arange(0, 180, 5)):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        wide, high = np.ptp(centred @ turn, axis=0)
        turns.append((round(float(max(wide / _ASPECT, high)), 6), len(turns), turn))
    return np.asarray(centred @ min(turns, key=lambda found: found[:2])[2], dtype=float)


def _apart(points: Points, room: Points, places: Points, rounds: int = 400) -> Points:
    """Push overlapping boxes apart on the line between their centres, until none overlap or the rounds are over.

    ``places`` (boxes × nodes) says where each box of ``room`` stands as a mean of nodes: a node's own box at the node,
    the words of a line between its two ends, which move when the words are pushed.
    """
    points = points.copy()
    nodes, order = len(points), np.arange(len(room))
    need = (room[:, None, :] + room[None, :, :]) / 2 + _GAP
    need[nodes:, :] -= 0.6 * _GAP
    need[:, nodes:] -= 0.3 * _GAP
    nudge = np.sign(order[:, None] - order[None, :])[:, :, None] * np.array([1e-3, 1e-3])
    share = places / (places**2).sum(axis=1, keepdims=True)
    for _ in range(rounds):
        at = places @ points
        delta = at[:, None, :] - at[None, :, :] + nudge
        factor = (need / np.maximum(np.abs(delta), 1e-9)).min(axis=2)
        hit = factor > 1.001
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        push = np.where(hit[:, :, None], delta * (np.clip(factor, 1, 1.5)[:, :, None] - 1) / 2, 0.0).sum(axis=1)
        points += 0.8 * (share.T @ (push / np.maximum(hit.sum(axis=1), 1)[:, None]))
        if _crowded(hit[:nodes, :nodes]):
            points *= 1.01
    return points


def _crowded(hit: NDArray[np.bool_]) -> bool:
    """Are there so many overlaps that pushing alone would only shift them about?"""
    return int(hit.sum()) > 0.2 * len(hit)


def _packed(parts: Sequence[tuple[list[int], Points, Points]]) -> dict[int, tuple[float, float]]:
    """Set the parts in rows, the largest first, in a field of about the shape of a screen."""
    frames = [((points - room / 2).min(axis=0), (points + room / 2).max(axis=0)) for _, points, room in parts]
    sizes = [high - low + _PART_GAP for low, high in frames]
    area = sum(float(size[0] * size[1]) for size in sizes)
    limit = max([float(np.sqrt(area * _ASPECT)), *(float(size[0]) for size in sizes)])
    placed: dict[int, tuple[float, float]] = {}
    x = y = row = 0.0
    for (own, points, _), (low, _), size in zip(parts, frames, sizes, strict=True):
        if x and x + size[0] > limit:
            x, y, row = 0.0, y + row, 0.0
        for i, point in zip(own, points - low + (x, y), strict=True):
            placed[i] = (float(point[0]), float(point[1]))
        x, row = x + float(size[0]), max(row, float(size[1]))
    return _centred(placed)


def _centred(placed: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    if not placed:
        return placed
    xs, ys = zip(*placed.values(), strict=True)
    mid = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return {i: (x - mid[0], y - mid[1]) for i, (x, y) in placed.items()}
