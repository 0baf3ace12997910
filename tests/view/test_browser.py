"""The page in a real browser, without a network: it draws, a click shows the sentence, and hostile words do nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from builders import PESKOV, PUTIN, RARE_EARTHS, RUSSIA, UKRAINE, USA, article, claim, resource, state, statement
from playwright.sync_api import Browser, Page, sync_playwright

from kg.graph import RelationWords, to_networkx
from kg.model import Mode, Statement, Status
from kg.view import write_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WORDS = {
    "supply": RelationWords("supply", "supplies", "proposes to supply", "might supply", "does not supply", True),
    "aid": RelationWords("aid", "aids", "proposes to aid", "might aid", "does not aid", False),
}
EVIL = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>'
OFFER = "Putin offered the United States access to rare earths."
AID = "The United States sent arms to Ukraine."
REFUSAL = f"Kyiv will not supply lithium {EVIL}."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: install it (apt-get install chromium) to test the page"),
]


def statements() -> list[Statement]:
    evil = article("a9", None, "Outlet " + EVIL, "Title " + EVIL, "javascript:window.hacked=1")
    deal = article("a2", date(2025, 3, 1), "The Ledger", "A deal is near", "https://ledger.example/deal")
    lithium = resource("lithium " + EVIL)
    offered = claim(text=OFFER, predicate="offered", status=Status.PROPOSED, mode=Mode.OFFERED, source=PESKOV)
    refused = claim(text=REFUSAL, predicate="will not supply", negated=True, mode=Mode.REFUSED, article=evil)
    return [
        statement("supply", offered, actor=PUTIN, id="s/offer"),
        statement("aid", claim(text=AID, predicate="sent", article=deal), actor=USA, resource=None, target=UKRAINE, id="s/aid"),
        statement("supply", refused, actor=UKRAINE, resource=lithium, target=None, id="s/refusal"),
        statement("supply", actor=state("\u202eChina " + EVIL, "CHN"), resource=RARE_EARTHS, target=None, id="s/china"),
        statement("supply", actor=RUSSIA, resource=RARE_EARTHS, target=None, id="s/russia"),
    ]


@dataclass
class Open:
    """A page that is open, and what it asked for and complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def panel(self) -> str:
        return self.page.locator("#detail").inner_text()

    def edge_at(self, edge: str) -> tuple[float, float]:
        """Where the middle of an edge lies in the window."""
        x, y = self.page.evaluate(
            """(id) => {
                const edge = kgView.edges.get(id), at = kgView.network.getPositions([edge.from, edge.to]);
                const middle = {x: (at[edge.from].x + at[edge.to].x) / 2, y: (at[edge.from].y + at[edge.to].y) / 2};
                const dom = kgView.network.canvasToDOM(middle);
                const box = document.getElementById("canvas").getBoundingClientRect();
                return [dom.x + box.x, dom.y + box.y];
            }""",
            edge,
        )
        return float(x), float(y)

    def node_at(self, node: str) -> tuple[float, float]:
        """Where a node lies in the window."""
        x, y = self.page.evaluate(
            """(id) => {
                const dom = kgView.network.canvasToDOM(kgView.network.getPositions([id])[id]);
                const box = document.getElementById("canvas").getBoundingClientRect();
                return [dom.x + box.x, dom.y + box.y];
            }""",
            node,
        )
        return float(x), float(y)

    def drawn(self) -> set[str]:
        """The statements that the filters let through."""
        return set(self.page.evaluate("Object.keys(kgView.network.body.edges).filter((id) => id.startsWith('s/'))"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_html(to_networkx(statements(), WORDS), path, title="Minerals " + EVIL)
    return path


@pytest.fixture
def view(browser: Browser, file: Path) -> Iterator[Open]:
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    opened = Open(context.new_page())
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.on("console", lambda said: opened.complaints.append(said.text) if said.type != "log" else None)
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector("html[data-ready=true]", timeout=30_000)
    yield opened
    context.close()


def test_the_graph_is_drawn_without_a_request_or_a_complaint(view: Open, file: Path) -> None:
    colours = view.page.evaluate(
        """() => {
            const canvas = document.querySelector("#canvas canvas");
            const image = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const pixels = new Uint32Array(image.data.buffer);
            const blank = pixels[0];
            return {drawn: pixels.filter((pixel) => pixel !== blank).length, colours: new Set(pixels).size};
        }"""
    )
    assert colours["drawn"] > 2000
    assert colours["colours"] > 20
    assert view.asked == [file.as_uri()]
    assert view.complaints == []


def test_a_click_on_a_line_shows_who_says_what_where(view: Open) -> None:
    view.page.mouse.click(*view.edge_at("s/aid"))
    text = view.panel
    assert AID in text
    assert "The Ledger" in text
    assert "1 March 2025" in text
    link = view.page.locator("#detail a")
    assert (link.inner_text(), link.get_attribute("href")) == ("A deal is near", "https://ledger.example/deal")
    assert view.page.locator("#detail mark").inner_text() == "sent"


def test_a_proposal_names_its_source_and_both_its_objects(view: Open) -> None:
    view.page.mouse.click(*view.edge_at("s/offer"))
    text = view.panel
    assert "Vladimir Putin proposes to supply rare earths" in text
    assert "To or with: United States" in text
    assert "Says Dmitry Peskov" in text
    assert "Vladimir Putin acts for Russia" in text


def test_a_click_on_a_node_lists_its_statements_and_leads_to_the_evidence(view: Open) -> None:
    view.page.mouse.click(*view.node_at("actor/UKR"))
    assert "2 statements" in view.panel
    view.page.locator("#detail .entry", has_text="aids").click()
    assert AID in view.panel
    view.page.get_by_role("button", name="Back").click()
    assert "2 statements" in view.panel


def test_hostile_words_are_shown_and_do_nothing(view: Open) -> None:
    view.page.mouse.click(*view.edge_at("s/refusal"))
    assert REFUSAL in view.panel
    assert "Title " + EVIL in view.panel
    assert view.page.locator("h1").inner_text() == "Minerals " + EVIL
    assert view.page.locator("#detail a").count() == 0, "a link that is no web address is no link"
    assert view.page.locator("img").count() == 0
    assert view.page.evaluate("window.hacked") is None
    assert view.complaints == []


def test_the_policy_stops_scripts_that_are_not_ours(view: Open) -> None:
    view.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
        }"""
    )
    assert view.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in text for text in view.complaints)


def test_filters_hide_and_the_reset_brings_back(view: Open) -> None:
    every = {"s/offer", "s/aid", "s/refusal", "s/china", "s/russia"}
    assert view.drawn() == every
    view.page.get_by_label("Denied or refused").uncheck()
    assert view.drawn() == every - {"s/refusal"}
    view.page.get_by_label("Resources").uncheck()
    assert view.drawn() == {"s/aid"}
    for label in ("Happened or holds", "Proposed", "Possible"):
        view.page.get_by_label(label, exact=False).first.uncheck()
    assert view.drawn() == set()
    view.page.get_by_role("button", name="Reset").click()
    assert view.drawn() == every


def test_search_finds_by_name_and_enter_opens(view: Open) -> None:
    search = view.page.get_by_label("Find by name or words")
    search.fill("RARE")
    assert "3 statements" in view.panel
    search.fill("united states aids")
    assert "1 statement" in view.panel
    search.press("Enter")
    assert AID in view.panel
    search.fill("no such thing")
    assert "None passes" in view.panel


def test_the_keyboard_alone_leads_to_the_evidence(view: Open) -> None:
    view.page.get_by_label("Find by name or words").focus()
    view.page.keyboard.type("does not supply")
    view.page.keyboard.press("Tab")
    view.page.keyboard.press("Enter")
    assert REFUSAL in view.panel
    assert view.page.evaluate("document.activeElement.tagName") == "H2"


def test_another_program_can_open_a_statement(view: Open) -> None:
    view.page.evaluate("kgView.selectEdge('s/offer')")
    assert OFFER in view.panel
    assert view.page.evaluate("kgView.network.getSelectedEdges()").count("s/offer") == 1
    assert view.page.evaluate("kgView.nodes.get().map((node) => node.id)").count("actor/RUS") == 1
