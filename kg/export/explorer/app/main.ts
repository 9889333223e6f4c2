import "./look/tokens.css";
import "./look/controls.css";
import "./shell/page.css";
import { open } from "./data/packed";
import { search } from "./search/view";
import { start } from "./shell/page";
import { VIEWS } from "./views/index";

void open().then((provider) => {
  start(provider, [search, ...VIEWS]);
  document.body.dataset.ready = "yes";
});
