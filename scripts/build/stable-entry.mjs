/**
 * A rollup plugin that writes a script of one line under a name that never changes, beside an entry chunk whose
 * name carries a hash. The name in publishers' pages can then be cached for minutes and all code for ever, and a
 * page that loads the line under two addresses (`?ver=1`) still gets one copy of the player, because the other
 * chunks import the entry chunk and never the line.
 * @param {{ entry: string, fileName: string }} options `entry`: its name in rollup's `input`
 * @returns {import("rollup").Plugin}
 */
export function stableEntry({ entry, fileName }) {
  return {
    name: "stable-entry",
    generateBundle(_, bundle) {
      const chunk = Object.values(bundle).find(
        (each) => each.type === "chunk" && each.isEntry && each.name === entry,
      );
      if (!chunk) this.error(`There is no entry chunk ${entry}.`);
      this.emitFile({ type: "asset", fileName, source: `export * from "./${chunk.fileName}";\n` });
    },
  };
}
