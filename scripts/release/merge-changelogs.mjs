const HEAD = `# Changelog

All packages share one version. Each package has its own part of this in its folder; this file is put together
from those by \`npm run version\`, so nobody edits it.
`;

/** What changesets calls them → what a reader calls them, the most important first. */
const SECTIONS = new Map([
  ["Major Changes", "Breaking"],
  ["Minor Changes", "New"],
  ["Patch Changes", "Mended"],
]);

/**
 * Puts the packages' changelogs together: newest version first, each change once, with the packages that it is
 * about. Lines that only say that a neighbour has a new version are left out.
 * @param {readonly { name: string, text: string }[]} changelogs as changesets writes them
 * @returns {string} the root CHANGELOG.md
 */
export function mergeChangelogs(changelogs) {
  /** @type {Map<string, Map<string, Map<string, string[]>>>} version → section → change → packages */
  const versions = new Map();
  for (const { name, text } of changelogs) {
    for (const { version, section, change } of readChanges(text)) {
      const sections = getOrMake(versions, version, () => new Map());
      if (change === undefined) continue;
      const changes = getOrMake(sections, section, () => new Map());
      getOrMake(changes, change, () => []).push(name);
    }
  }
  if (versions.size === 0)
    return `${HEAD}\nNothing is released yet. What is coming stands in \`.changeset/\`.\n`;
  const parts = [...versions].sort(([a], [b]) => compareVersions(b, a)).map(writeVersion);
  return `${HEAD}\n${parts.join("\n")}`;
}

/** Yields every change, and once per version one without a change, for versions that changed nothing. */
function* readChanges(text) {
  for (const [version, body] of splitAt(text, /^## (.+)$/m)) {
    yield { version };
    for (const [section, list] of splitAt(body, /^### (.+)$/m)) {
      for (const item of list.split(/^(?=- )/m)) {
        const change = item.trim().replace(/^- (?:[0-9a-f]{7,40}: )?/, "");
        if (change !== "" && !change.startsWith("Updated dependencies")) yield { version, section, change };
      }
    }
  }
}

/** A text's parts under each heading, as [heading, part]. */
function splitAt(text, heading) {
  const [, ...pieces] = text.split(heading);
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [[piece.trim(), pieces[index + 1] ?? ""]] : []));
}

function writeVersion([version, sections]) {
  const lines = [`## ${version}`, ""];
  for (const [section, title] of SECTIONS) {
    const changes = sections.get(section);
    if (!changes) continue;
    lines.push(`### ${title}`, "");
    for (const [change, names] of changes) lines.push(`- **${names.join(", ")}** ${change}`);
    lines.push("");
  }
  return lines.join("\n");
}

/** Enough of semantic versioning for our own numbers: a release comes after its pre-releases. */
function compareVersions(a, b) {
  const [[numbersA, preA], [numbersB, preB]] = [a, b].map((each) => each.split("-", 2));
  const order = numbersA.localeCompare(numbersB, "en", { numeric: true });
  if (order !== 0) return order;
  if (preA === undefined || preB === undefined)
    return (preA === undefined ? 1 : 0) - (preB === undefined ? 1 : 0);
  return preA.localeCompare(preB, "en", { numeric: true });
}

function getOrMake(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}
