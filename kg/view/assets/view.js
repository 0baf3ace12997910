"use strict";
/* Draws the graph and shows the evidence behind it. Words from articles reach the page as text nodes only. */
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const plain = { nodes: looked(data.drawing.nodes), edges: looked(data.drawing.edges.map(named)) };
  const facts = { nodes: table(data.nodes), statements: table(data.statements), articles: table(data.articles) };
  for (const [id, node] of facts.nodes) node.kind = plain.nodes.get(id).kind;
  for (const [id, said] of facts.statements) facts.statements.set(id, complete(said, plain.edges.get(id)));
  const nodes = new vis.DataSet(Array.from(plain.nodes.values()));
  const edges = new vis.DataSet(Array.from(plain.edges.values()));
  const shown = { nodes: new Set(), edges: new Set() };
  const views = {
    nodes: new vis.DataView(nodes, { filter: (node) => shown.nodes.has(node.id) }),
    edges: new vis.DataView(edges, { filter: (edge) => shown.edges.has(edge.id) }),
  };
  const detail = document.getElementById("detail");
  const search = document.getElementById("search");
  const boxes = Array.from(document.querySelectorAll("input[data-filter]"));
  const STATUS = { actual: "Happened or holds", proposed: "Proposed", possible: "Possible" };
  const LISTED = 120;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const glide = calm ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  const trail = [];
  const paleness = plain.edges.size > 300 ? "17" : "2b";
  let emphasised = false;

  applyFilters();
  const canvas = document.getElementById("canvas");
  const network = new vis.Network(canvas, { nodes: views.nodes, edges: views.edges }, data.drawing.options);

  /* ---------- small helpers ---------- */

  function table(object) {
    return new Map(Object.entries(object));
  }

  /* Nodes or edges by id, each with the look that it names. */
  function looked(items) {
    return new Map(items.map((item) => [item.id, { ...data.drawing.looks[item.look], ...item }]));
  }

  /* An edge with the ids that it gives by number. */
  function named(edge) {
    const { nodes, edges } = data.drawing;
    const ids = { from: nodes[edge.from].id, to: nodes[edge.to].id };
    if (edge.statements) ids.statements = edge.statements.map((number) => edges[number].id);
    return { ...edge, ...ids };
  }

  /* A statement with what its edge says already, and the values that go without saying. */
  function complete(said, edge) {
    const { from, to, status, denied, label } = edge;
    const usual = { claims: 1, articles: 1, negated: 0, statuses: {}, first_seen: said.last_seen };
    return { ...usual, from, to, status, denied, label, ...said };
  }

  function el(tag, props, ...children) {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  /* Text whose direction is its own, so that right-to-left names leave the words around them in place. */
  function name(text) {
    return el("bdi", {}, text);
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function count(number, noun) {
    return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
  }

  function day(iso) {
    const date = new Date(iso + "T00:00:00Z");
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
  }

  function between(first, last) {
    if (!first) return "";
    return first === last ? "Seen on " + day(first) : "Seen from " + day(first) + " to " + day(last);
  }

  /* ---------- filters ---------- */

  function applyFilters() {
    const on = { node: new Set(), status: new Set(), link: new Set() };
    for (const box of boxes) if (box.checked) on[box.dataset.filter].add(box.value);
    const every = boxes.every((box) => box.dataset.filter !== "status" || box.checked);
    const kind = (id) => on.node.has(facts.nodes.get(id).kind);
    const touched = new Set();
    const said = new Set();
    shown.edges.clear();
    for (const edge of plain.edges.values()) {
      if (edge.kind !== "statement") continue;
      said.add(edge.from).add(edge.to);
      const passes = on.status.has(edge.denied ? "denied" : edge.status) && kind(edge.from) && kind(edge.to);
      if (passes) shown.edges.add(edge.id), touched.add(edge.from).add(edge.to);
    }
    for (const edge of plain.edges.values()) {
      if (edge.kind !== "further") continue;
      said.add(edge.to);
      const passes = kind(edge.to) && edge.statements.some((id) => shown.edges.has(id));
      if (passes) touched.add(edge.to);
      if (passes && on.link.has("further")) shown.edges.add(edge.id);
    }
    const members = Array.from(plain.edges.values()).filter((edge) => edge.kind === "membership");
    for (const edge of members) {
      const bare = every && !said.has(edge.from);
      if (!kind(edge.from) || !kind(edge.to) || !(touched.has(edge.from) || bare)) continue;
      touched.add(edge.to);
      if (bare) touched.add(edge.from);
      if (on.link.has("membership")) shown.edges.add(edge.id);
    }
    shown.nodes.clear();
    for (const id of facts.nodes.keys()) {
      const passes = touched.has(id) || (every && !said.has(id) && kind(id));
      if (passes) shown.nodes.add(id);
    }
    document.getElementById("nothing").hidden = shown.nodes.size > 0;
    views.nodes.refresh();
    views.edges.refresh();
  }

  /* ---------- what stands out on the canvas ---------- */

  /* A colour mixed with the white of the ground. */
  function pale(color, share) {
    const parts = color.match(/^#(..)(..)(..)$/);
    if (!parts) return color;
    const mixed = parts.slice(1).map((hex) => Math.round(255 - (255 - parseInt(hex, 16)) * share));
    return "#" + mixed.map((part) => part.toString(16).padStart(2, "0")).join("");
  }

  function paledNode(node) {
    const border = pale(node.color.border, 0.16);
    const color = { ...node.color, background: pale(node.color.background, 0.16), border };
    const words = node.font.color === "#ffffff" ? "#8793a0" : pale(node.font.color, 0.3);
    return { ...node, color, font: { ...node.font, color: words } };
  }

  /* Transparent and without words, so that it does not cut through the lines that stand out. */
  function paledEdge(edge) {
    const font = { ...edge.font, background: "none", strokeWidth: 0 };
    return { ...edge, label: " ", font, color: { ...edge.color, color: edge.color.color + paleness } };
  }

  /* Let only these stand out; null gives everything its colour back. */
  function emphasise(keptNodes, keptEdges) {
    if (keptNodes === null && !emphasised) return;
    emphasised = keptNodes !== null;
    const paint = (items, kept, paled) =>
      Array.from(items.values(), (item) => (kept === null || kept.has(item.id) ? item : paled(item)));
    nodes.update(paint(plain.nodes, keptNodes, paledNode));
    edges.update(paint(plain.edges, keptEdges, paledEdge));
  }

  function mark(chosenNodes, chosenEdges) {
    network.setSelection(
      { nodes: chosenNodes.filter((id) => shown.nodes.has(id)), edges: chosenEdges.filter((id) => shown.edges.has(id)) },
      { highlightEdges: false }
    );
  }

  /* Move only if what was chosen lies outside the window, or is too small to read. */
  function bring(ids) {
    const here = ids.filter((id) => shown.nodes.has(id));
    if (!here.length) return;
    const inside = Object.values(network.getPositions(here)).every((point) => {
      const at = network.canvasToDOM(point);
      return at.x > 40 && at.y > 40 && at.x < canvas.clientWidth - 40 && at.y < canvas.clientHeight - 40;
    });
    if (inside && network.getScale() > 0.55) return;
    network.fit({ nodes: here, maxZoomLevel: 1, animation: glide });
  }

  /* ---------- the panel ---------- */

  function show(render, keyboard) {
    trail.push(render);
    draw(keyboard);
  }

  function draw(keyboard) {
    detail.replaceChildren();
    if (trail.length > 1) {
      const back = el("button", { type: "button", className: "back" }, "← Back");
      back.addEventListener("click", () => (trail.pop(), draw(true)));
      detail.append(back);
    }
    trail[trail.length - 1]();
    detail.scrollTop = 0;
    const heading = detail.querySelector("h2, h3");
    if (keyboard && heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  function home() {
    trail.length = 0;
    show(index);
  }

  function index() {
    const query = fold(search.value.trim());
    const listed = Array.from(shown.edges, (id) => [id, facts.statements.get(id)]).filter((pair) => pair[1]);
    const found = query ? listed.filter((pair) => fold(sentence(pair[1])).includes(query)) : listed;
    const hits = query ? Array.from(shown.nodes).filter((id) => fold(facts.nodes.get(id).label).includes(query)) : [];
    if (query) {
      detail.append(el("h3", {}, count(hits.length, "name")));
      detail.append(list(hits, nodeEntry));
    }
    detail.append(el("h3", {}, count(found.length, "statement")));
    if (!found.length) detail.append(el("p", { className: "empty" }, "None passes the search and the filters."));
    const ids = found.sort((a, b) => b[1].claims - a[1].claims).map((pair) => pair[0]);
    detail.append(list(ids, statementEntry));
    mark(hits, []);
    const near = query ? new Set([...hits, ...found.flatMap((pair) => [pair[1].from, pair[1].to])]) : null;
    emphasise(near, query ? new Set(ids) : null);
  }

  function list(ids, entry) {
    const made = el("ul", {});
    const fill = (part) => made.append(...part.map((id) => el("li", {}, entry(id))));
    fill(ids.slice(0, LISTED));
    if (ids.length > LISTED) {
      const more = el("button", { type: "button" }, "Show " + (ids.length - LISTED).toLocaleString("en") + " more");
      more.addEventListener("click", () => (more.parentNode.remove(), fill(ids.slice(LISTED))));
      made.append(el("li", {}, more));
    }
    return made;
  }

  /* The roles of a statement in words: who, the object that its line points to, and the third where there is one. */
  function roles(said) {
    const start = said.actor_label || facts.nodes.get(said.from).label;
    const toResource = facts.nodes.get(said.to).kind === "resource";
    const object = (toResource ? said.resource_label : said.target_label) || facts.nodes.get(said.to).label;
    const third = toResource ? said.target_label : said.resource_label;
    return { start, object, third: third || "", role: toResource ? "To or with" : "About" };
  }

  function sentence(said) {
    const role = roles(said);
    return [role.start, said.actor_stakeholder_label, said.label, role.object, role.third].filter(Boolean).join(" ");
  }

  function tone(said) {
    return said.status + (said.denied ? " denied" : "");
  }

  function statementEntry(id) {
    const said = facts.statements.get(id);
    const role = roles(said);
    const under = [
      role.third && role.role.toLowerCase() + " " + role.third,
      said.claims > 1 && count(said.claims, "claim"),
      said.last_seen && day(said.last_seen),
    ];
    const made = el(
      "button",
      { type: "button", className: "entry " + tone(said) },
      name(role.start),
      " ",
      el("span", { className: "words" }, said.label),
      " ",
      name(role.object),
      el("small", { dir: "auto" }, under.filter(Boolean).join(" · "))
    );
    made.addEventListener("click", () => (selectEdge(id, true), bring([said.from, said.to])));
    return made;
  }

  function nodeEntry(id) {
    const node = facts.nodes.get(id);
    const made = el("button", { type: "button", className: "entry" }, name(node.label), el("small", {}, describe(node)));
    made.addEventListener("click", () => (selectNode(id, true), bring([id])));
    return made;
  }

  function nodeLink(id, label) {
    const made = el("button", { type: "button", className: "link" }, name(label));
    made.addEventListener("click", () => (selectNode(id, true), bring([id])));
    return made;
  }

  function describe(node) {
    const type = node.type && node.type !== "Resource" ? node.type.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase() : "";
    const parts = [node.kind, type, node.sector, node.code];
    return parts.filter((part, i) => part && parts.indexOf(part) === i).join(" · ");
  }

  function basis(label, kind) {
    return (kind === "basedIn" ? "based in " : "acts for ") + label;
  }

  function statementView(id) {
    const said = facts.statements.get(id);
    const role = roles(said);
    const heading = el("h2", {}, nodeLink(said.from, role.start), " ");
    heading.append(el("span", { className: "words " + tone(said) }, said.label), " ", nodeLink(said.to, role.object));
    detail.append(heading);
    const lines = [
      role.third && role.role + ": " + role.third,
      said.actor_stakeholder_label && role.start + " " + basis(said.actor_stakeholder_label, said.actor_basis),
      said.target_stakeholder_label && (said.target_label || role.object) + " " + basis(said.target_stakeholder_label, said.target_basis),
      verdict(said),
      between(said.first_seen, said.last_seen),
      count(said.articles, "article") + (said.outlets ? " in " + said.outlets.join(", ") : ""),
      "Confidence " + Number(said.confidence).toFixed(2),
    ];
    for (const line of lines.filter(Boolean)) detail.append(el("p", { className: "facts", dir: "auto" }, line));
    const cut = said.quotes.length < said.claims ? "The first " + said.quotes.length + " of " : "";
    detail.append(el("h3", {}, cut + count(said.claims, "quotation")));
    for (const quote of said.quotes) detail.append(quotation(quote));
    const beside = Array.from(plain.edges.values()).filter((e) => e.kind === "further" && e.statements.includes(id));
    mark([said.from, said.to], [id, ...beside.map((e) => e.id)]);
    emphasise(new Set([said.from, said.to, ...beside.map((e) => e.to)]), new Set([id, ...beside.map((e) => e.id)]));
  }

  function verdict(said) {
    const head = (said.denied ? "Denied: " : "") + STATUS[said.status].toLowerCase();
    const counts = Object.entries(said.statuses);
    const mixed = counts.length > 1 || (said.negated && said.negated < said.claims);
    if (!mixed) return head.charAt(0).toUpperCase() + head.slice(1);
    const parts = counts.map((pair) => pair[1] + " " + pair[0]);
    if (said.negated) parts.push(said.negated + " of them denied");
    return "Most say: " + head + " (" + parts.join(", ") + ")";
  }

  function quotation(quote) {
    const about = facts.articles.get(quote.article) || {};
    const text = Array.from(quote.text);
    const words = el("blockquote", { dir: "auto" });
    if (quote.predicate) {
      const [start, end] = quote.predicate;
      words.append(text.slice(0, start).join(""), el("mark", {}, text.slice(start, end).join("")), text.slice(end).join(""));
    } else {
      words.append(quote.text);
    }
    const says = el("p", { className: "says" });
    says.append(quote.source ? "Says " : "Said by the article itself", quote.source ? name(quote.source) : "", " · ");
    says.append(el("span", { className: "words " + quote.status }, quote.status), " (" + quote.mode + ")");
    says.append(quote.negated ? " · denied" : "");
    const quantity = quote.quantity;
    const more = [
      quote.proposer && "put forward by " + quote.proposer,
      quantity && [quantity.value.toLocaleString("en"), quantity.unit, quantity.change].filter(Boolean).join(" "),
      quote.place,
      quote.time,
    ].filter(Boolean);
    const where = el("p", { className: "where" });
    const title = about.title || about.url || quote.article;
    const safe = typeof about.url === "string" && /^https?:\/\//i.test(about.url);
    const link = { href: about.url, target: "_blank", rel: "noopener noreferrer nofollow", dir: "auto" };
    where.append(safe ? el("a", link, title) : name(title));
    for (const part of [about.outlet, about.date && day(about.date)]) if (part) where.append(" · ", name(part));
    const card = el("article", { className: "quote" }, words, says);
    if (more.length) card.append(el("p", { className: "where", dir: "auto" }, more.join(" · ")));
    card.append(where);
    return card;
  }

  function nodeView(id) {
    const node = facts.nodes.get(id);
    detail.append(el("h2", { dir: "auto" }, node.label), el("p", { className: "facts" }, describe(node)));
    if (node.broader) detail.append(el("p", { className: "facts", dir: "auto" }, "A kind of " + node.broader.join(", ")));
    if (node.members) detail.append(el("p", { className: "facts", dir: "auto" }, "Counts: " + node.members.join(", ")));
    const around = Array.from(plain.edges.values()).filter((edge) => edge.from === id || edge.to === id);
    for (const edge of around.filter((e) => e.kind === "membership" && e.from === id)) {
      const top = nodeLink(edge.to, facts.nodes.get(edge.to).label);
      detail.append(el("p", { className: "facts" }, edge.label.charAt(0).toUpperCase() + edge.label.slice(1) + " ", top));
    }
    const touching = new Set(around.flatMap((edge) => (edge.kind === "statement" ? [edge.id] : edge.statements || [])));
    const named = Array.from(touching).filter((s) => !around.some((e) => e.kind === "further" && e.from === id) || isOf(s, id));
    const seen = named.filter((s) => shown.edges.has(s));
    detail.append(el("h3", {}, count(seen.length, "statement")), list(seen, statementEntry));
    if (seen.length < named.length) {
      const hidden = count(named.length - seen.length, "more statement") + " hidden by the filters.";
      detail.append(el("p", { className: "facts" }, hidden));
    }
    const near = new Set([id, ...around.flatMap((edge) => [edge.from, edge.to])]);
    for (const s of named) near.add(facts.statements.get(s).from).add(facts.statements.get(s).to);
    mark([id], []);
    emphasise(near, new Set([...named, ...around.map((edge) => edge.id)]));
  }

  /* Does the statement start, end or name its third at this node? */
  function isOf(statement, id) {
    const said = facts.statements.get(statement);
    const beside = Array.from(plain.edges.values()).filter((e) => e.kind === "further" && e.statements.includes(statement));
    return said.from === id || said.to === id || beside.some((e) => e.to === id);
  }

  function selectEdge(id, keyboard) {
    const edge = plain.edges.get(id);
    if (!edge) return;
    if (edge.kind === "statement") show(() => statementView(id), keyboard);
    else if (edge.kind === "further" && edge.statements.length === 1) show(() => statementView(edge.statements[0]), keyboard);
    else selectNode(edge.kind === "further" ? edge.to : edge.from, keyboard);
  }

  function selectNode(id, keyboard) {
    if (facts.nodes.has(id)) show(() => nodeView(id), keyboard);
  }

  /* ---------- events ---------- */

  network.on("click", (event) => {
    if (event.nodes.length) selectNode(event.nodes[0]);
    else if (event.edges.length) selectEdge(event.edges[0]);
    else home();
  });
  for (const event of ["hoverNode", "hoverEdge"]) network.on(event, () => (canvas.style.cursor = "pointer"));
  for (const event of ["blurNode", "blurEdge"]) network.on(event, () => (canvas.style.cursor = ""));

  for (const box of boxes) {
    box.addEventListener("change", () => {
      applyFilters();
      draw();
    });
  }
  search.addEventListener("input", home);
  search.addEventListener("keydown", (event) => {
    const first = detail.querySelector(".entry");
    if (event.key === "Enter" && first) first.click();
  });
  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: glide });
  }
  function whole(animation) {
    network.fit({ maxZoomLevel: 1.1, animation });
  }
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("whole").addEventListener("click", () => whole(glide));
  document.getElementById("reset").addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    search.value = "";
    applyFilters();
    home();
    whole(glide);
  });

  home();
  whole(false);
  network.once("afterDrawing", () => (document.documentElement.dataset.ready = "true"));
  network.redraw();
  window.kgView = { network, nodes, edges, selectEdge, selectNode };
})();
