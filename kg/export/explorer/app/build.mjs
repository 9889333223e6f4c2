// Makes the page without data: script and style bundled into the HTML, and the policy that lets only them run.
// usage: node build.mjs OUT
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const { outputFiles, metafile } = await build({
  entryPoints: ["main.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
  outdir: "out",
}).catch(() => process.exit(1)); // it has said why

const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text.trim();
// What stands between <script> and </script> must not end the element.
const script = text(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = text(".css").replaceAll("</style", "<\\/style");
const hash = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

const packages = new Set(
  Object.keys(metafile.inputs).flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
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
  licences: licences.join("\n\n").replaceAll("--", "- -"),
};
const page = readFileSync("page.html", "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name]);
mkdirSync(dirname(process.argv[2]), { recursive: true });
writeFileSync(process.argv[2], page);
