import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "./files.mjs";

const SUMS = "SHA256SUMS";
const INTEGRITY = "integrity.json";

/**
 * Completes the folder that rollup has filled, so that it can be copied to any web server as it is: the
 * stylesheet, `SHA256SUMS` (for `sha256sum -c`) and `integrity.json` (file → the value for `integrity="…"`).
 * @param {{ folder: string, stylesheet: string }} options
 */
export async function finishCdn({ folder, stylesheet }) {
  if (existsSync(stylesheet)) copyFileSync(stylesheet, path.join(folder, "micro-drama.css"));
  const files = listFiles(folder)
    .map((file) => ({
      name: path.relative(folder, file).split(path.sep).join("/"),
      content: readFileSync(file),
    }))
    .filter(({ name }) => name !== SUMS && name !== INTEGRITY);
  const sums = files.map(({ name, content }) => `${digest("sha256", content, "hex")}  ${name}\n`);
  writeFileSync(path.join(folder, SUMS), sums.join(""));
  const integrity = Object.fromEntries(
    files.map(({ name, content }) => [name, `sha384-${digest("sha384", content, "base64")}`]),
  );
  writeFileSync(path.join(folder, INTEGRITY), `${JSON.stringify(integrity, null, 2)}\n`);
}

function digest(algorithm, content, encoding) {
  return createHash(algorithm).update(content).digest(encoding);
}
