import "./look/tokens.css";
import "./look/controls.css";
import "./shell/page.css";
import { open } from "./data/packed";
import { open as ask } from "./data/served/provider";
import { why } from "./data/served/reach";
import { graph } from "./graph/view";
import { search } from "./search/view";
import { start } from "./shell/page";
import { sparql } from "./sparql/view";
import { VIEWS } from "./views/index";
import { whole } from "./whole/view";
import "./out/print.css"; // the last: it overrules the others

// A page without a graph of its own asks the server that it comes from.
void (document.getElementById("graph") ? open() : ask()).then(
  (provider) => {
    start(provider, [search, graph, whole, ...VIEWS, sparql]);
    document.body.dataset.ready = "yes";
  },
  (error: unknown) => {
    const opening = document.querySelector(".opening");
    if (opening) opening.textContent = why(error, ({ zh, en }) => `${zh} ${en}`);
  },
);
