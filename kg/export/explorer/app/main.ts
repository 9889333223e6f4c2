import "./look/tokens.css";
import "./look/controls.css";
import "./shell/page.css";
import { open } from "./data/packed";
import { graph } from "./graph/view";
import { search } from "./search/view";
import { start } from "./shell/page";
import { sparql } from "./sparql/view";
import { VIEWS } from "./views/index";
import { whole } from "./whole/view";
import "./out/print.css"; // the last: it overrules the others

void open().then((provider) => {
  start(provider, [search, graph, whole, ...VIEWS, sparql]);
  document.body.dataset.ready = "yes";
});
