import "./look/tokens.css";
import "./look/controls.css";
import "./shell/page.css";

const title = document.createElement("h1");
title.textContent = "方志";
document.body.append(title);
document.body.dataset.ready = "yes";
