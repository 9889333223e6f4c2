"use strict";
// Text from documents reaches the page only as text: never through innerHTML.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { nodes: rawNodes, edges: rawEdges, classes, dossiers } = read("data");
  const word = {};
  document.getElementById("words").content.querySelectorAll("span").forEach((span) => { word[span.dataset.group] = span.textContent; });
  const kindOf = Object.fromEntries(classes.map((one) => [one.kind, one]));
  const [search, hits, panel, welcome, dossier] = ["search", "hits", "panel", "welcome", "dossier"].map((id) => document.getElementById(id));
  const INK = "#1f2933";
  const FIRST = 8; // facts of a group before one must unfold it
  const LABELLED = 16; // nodes around which the lines can bear labels
  const MARGIN = 0.85; // of the scale that shows all nodes: names are wider than their nodes

  const nodes = new vis.DataSet(rawNodes);
  const edges = new vis.DataSet(rawEdges.map((edge, id) => ({ ...edge, id })));
  const network = new vis.Network(document.getElementById("canvas"), { nodes, edges }, read("options"));

  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const quoted = ([identifier, begin, end, text, marks]) => {
    const quote = make("blockquote");
    let done = 0;
    for (const [first, last] of marks) {
      quote.append(text.slice(done, first), make("mark", "", text.slice(first, last)));
      done = last;
    }
    quote.append(text.slice(done), make("cite", "", `${identifier} · ${begin}–${end}`));
    return quote;
  };

  const link = (text, number, className) => {
    const button = make("button", className, text);
    button.type = "button";
    button.addEventListener("click", () => open(number));
    return button;
  };

  const line = (fact, self) => {
    const cells = fact.cells.map(([text, number]) => {
      if (number < 0) return make("span", "", text);
      return link(text, number, number === self ? "same" : "");
    });
    return make("li", "", make("div", "cells", ...cells), ...fact.evidence.map(quoted));
  };

  const section = (group, facts, self) => {
    const lines = facts.map((fact) => line(fact, self));
    const list = make("ul", "", ...lines.slice(0, FIRST));
    const part = make("section", "", make("h3", "", `${word[group]} ${facts.length}`), list);
    if (lines.length > FIRST) {
      part.append(make("details", "", make("summary", "", `${word.more} ${lines.length - FIRST}`), make("ul", "", ...lines.slice(FIRST))));
    }
    return part;
  };

  const title = (label, kind) => {
    const dot = make("i");
    dot.style.background = kindOf[kind].colour;
    return [make("h2", "", label), make("div", "kind", dot, kindOf[kind].label)];
  };

  const fill = (...children) => {
    welcome.hidden = true;
    dossier.hidden = false;
    dossier.replaceChildren(...children);
    panel.scrollTop = 0;
  };

  const dim = (kept) => {
    const told = kept && kept.size <= LABELLED;
    nodes.update(rawNodes.map(({ id, font }) => {
      const near = !kept || kept.has(id);
      return { id, opacity: near ? 1 : 0.12, font: { ...font, color: near ? INK : "transparent", strokeWidth: near ? 4 : 0 } };
    }));
    edges.update(rawEdges.map((edge, id) => {
      const near = kept && kept.has(edge.from) && kept.has(edge.to);
      return { id, color: { opacity: !kept || near ? 1 : 0.12 }, font: { size: near && told ? 13 : 0 } };
    }));
  };

  const show = (number) => {
    const { label, kind, aliases, facts } = dossiers[number];
    const parts = title(label, kind);
    if (aliases.length) parts.push(make("div", "kind", `${word.aliases}：${aliases.join("、")}`));
    fill(...parts, ...facts.map(([group, found]) => section(group, found, number)));
    dim(new Set([number, ...network.getConnectedNodes(number)]));
    network.selectNodes([number], false);
  };

  const open = (number) => {
    nodes.update({ id: number, hidden: false });
    show(number);
    network.focus(number, { scale: Math.max(network.getScale(), 0.8), animation: { duration: 350 } });
  };

  const between = (edge) => {
    const { from, to, label } = edges.get(edge);
    const joins = (fact) => [from, to].every((end) => fact.cells.some(([, number]) => number === end));
    const found = dossiers[from].facts.map(([group, facts]) => [group, facts.filter(joins)]);
    const heading = make("h2", "", `${dossiers[from].label} → ${dossiers[to].label}`);
    fill(heading, make("div", "kind", label), ...found.filter(([, facts]) => facts.length).map(([group, facts]) => section(group, facts, from)));
    dim(new Set([from, to]));
  };

  const reset = () => {
    dim(null);
    network.unselectAll();
    welcome.hidden = false;
    dossier.hidden = true;
    hits.hidden = true;
  };

  network.on("click", (event) => {
    if (event.nodes.length) show(event.nodes[0]);
    else if (event.edges.length) between(event.edges[0]);
    else reset();
  });

  let chosen = 0;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const find = (text) => {
    const rank = ({ label, aliases }) => {
      const names = [label, ...aliases].map(plain);
      if (names.some((name) => name === text)) return 0;
      if (names.some((name) => name.startsWith(text))) return 1;
      return names.some((name) => name.includes(text)) ? 2 : 3;
    };
    return dossiers.map((one, number) => [rank(one), number]).filter(([at]) => at < 3).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 9).map(([, number]) => number);
  };

  const list = () => {
    const text = plain(search.value.trim());
    const found = text ? find(text) : [];
    chosen = Math.max(0, Math.min(chosen, found.length - 1));
    hits.replaceChildren(...found.map((number, at) => {
      const { label, kind } = dossiers[number];
      const item = make("li", "", label, " ", make("small", "", kindOf[kind].label));
      item.setAttribute("aria-selected", String(at === chosen));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return item;
    }));
    if (text && !found.length) hits.append(make("li", "", word.none));
    hits.hidden = !text;
    return found;
  };

  const take = (number) => {
    hits.hidden = true;
    search.value = dossiers[number].label;
    search.blur();
    open(number);
  };

  search.addEventListener("input", () => { chosen = 0; list(); });
  search.addEventListener("blur", () => { hits.hidden = true; });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen += event.key === "ArrowDown" ? 1 : -1;
      list();
    } else if (event.key === "Enter") {
      const found = list();
      if (found.length) take(found[chosen]);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.select();
    } else if (event.key === "Escape") {
      search.blur();
      reset();
    }
  });

  document.getElementById("legend").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const hidden = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!hidden));
    nodes.update(rawNodes.filter((node) => node.kind === button.dataset.kind).map(({ id }) => ({ id, hidden })));
  });

  const start = document.getElementById("start");
  for (const { kind, label } of classes) {
    const first = dossiers.map((one, number) => [one, number]).filter(([one]) => one.kind === kind).slice(0, FIRST);
    start.append(make("h3", "", label), ...first.map(([one, number]) => link(one.label, number)));
  }

  if (document.getElementById("scope").dataset.centre) show(0);
  network.once("afterDrawing", () => {
    network.moveTo({ scale: network.getScale() * MARGIN });
    document.body.dataset.ready = "yes";
  });
  // The handle for tests and for the console.
  window.fangzhi = { network, open };
})();
