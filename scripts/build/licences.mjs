import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * A rollup plugin that writes the licences of all bundled packages of other people into one file. Their notices
 * have to travel with the code, and would weigh on every page inside the scripts.
 * @param {string} fileName
 * @returns {import("rollup").Plugin}
 */
export function licences(fileName) {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === "chunk" ? chunk.moduleIds : [],
      );
      const folders = [...new Set(modules.map(packageFolder).filter(Boolean))].sort();
      this.emitFile({ type: "asset", fileName, source: folders.map(describePackage).join("\n\n") });
    },
  };
}

/** @param {string} id of a module @returns {string | undefined} undefined for code of this repository */
export function packageFolder(id) {
  return id.match(/^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/)?.[1];
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(path.join(folder, file), "utf8").trim() : `Licensed under ${license}.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
