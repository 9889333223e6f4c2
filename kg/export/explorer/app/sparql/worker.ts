// The worker that holds the triples and answers: told first its code and the triples, then one query after the other.
import { initSync, Store } from "oxigraph/web.js";

type Told = { code: ArrayBuffer; turtle: string } | { query: string; type: string };

let store: Store | undefined;

addEventListener("message", ({ data }: MessageEvent<Told>) => {
  if ("code" in data) {
    initSync({ module: data.code });
    store = new Store();
    store.load(data.turtle, { format: "text/turtle", lenient: true });
    return;
  }
  try {
    postMessage({ text: store?.query(data.query, { results_format: data.type }) });
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
