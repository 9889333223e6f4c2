// Makes the page without data: script and style bundled into the HTML, and the policy that lets only them run.
// usage: node build.mjs OUT
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const bundled = (entry, define = {}) =>
  build({
    entryPoints: [entry],
    define,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    // Oxigraph is handed its code: the address that it would else fetch it from is none.
    logOverride: { "empty-import-meta": "silent" },
    metafile: true,
    write: false,
    outdir: "out",
  }).catch(() => process.exit(1)); // it has said why

const worker = await bundled("sparql/worker.ts");
const { outputFiles, metafile } = await bundled("main.ts", {
  SPARQL_WORKER: JSON.stringify(worker.outputFiles[0].text),
});

const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text.trim();
// What stands between <script> and </script> must not end the element.
const script = text(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = text(".css").replaceAll("</style", "<\\/style");
const hash = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

const packages = new Set(
  Object.keys({ ...metafile.inputs, ...worker.metafile.inputs }).flatMap(
    (path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [],
  ),
);
const licences = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((found) => /^licen[cs]e/i.test(found));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}`;
});

const filled = {
  scripts: hash(script),
  styles: hash(style),
  script,
  style,
  oxigraph: gzipSync(readFileSync("node_modules/oxigraph/web_bg.wasm"), { level: 9 }).toString("base64"),
  licences: licences.join("\n\n").replaceAll("--", "- -"),
};
const page = readFileSync("page.html", "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name]);
mkdirSync(dirname(process.argv[2]), { recursive: true });
writeFileSync(process.argv[2], page);
