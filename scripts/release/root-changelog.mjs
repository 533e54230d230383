// Writes the root CHANGELOG.md from the packages' changelogs; run by `npm run version`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { fromRoot } from "../lib/paths.mjs";
import { mergeChangelogs } from "./merge-changelogs.mjs";

/** What the root changelog has to say, given the packages' own. */
export function composeRootChangelog() {
  const changelogs = readdirSync(fromRoot("packages"))
    .filter((name) => existsSync(fromRoot("packages", name, "CHANGELOG.md")))
    .map((name) => ({ name, text: readFileSync(fromRoot("packages", name, "CHANGELOG.md"), "utf8") }));
  return mergeChangelogs(changelogs);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(fromRoot("CHANGELOG.md"), composeRootChangelog());
}
