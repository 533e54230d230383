/**
 * Two rollup plugins for a script whose name in publishers' pages never changes, and which brings a chunk whose name
 * carries a hash. The script can then be cached for minutes and all other code for ever, and a page that loads it under
 * two addresses (`?ver=1`) still gets one copy of the player, because chunks import chunks and never this script.
 *
 * @param {{ chunk: string, placeholder: string }} options `chunk`: its name in rollup's `input`; `placeholder`: the
 *   string in the script's source that stands for it
 * @returns {{ remember: import("rollup").Plugin, name: import("rollup").Plugin }} `remember` sees the chunk being made,
 *   in an earlier configuration than the one in which `name` makes the script
 */
export function stableEntry({ chunk, placeholder }) {
  let fileName;
  return {
    remember: {
      name: "remember-chunk",
      generateBundle(_, bundle) {
        const made = Object.values(bundle).find(
          (each) => each.type === "chunk" && each.isEntry && each.name === chunk,
        );
        if (!made) this.error(`There is no entry chunk ${chunk}.`);
        fileName = made.fileName;
      },
    },
    name: {
      name: "name-chunk",
      transform(code) {
        if (!code.includes(`"${placeholder}"`)) return undefined;
        if (!fileName) this.error(`The chunk ${chunk} has not been made yet.`);
        return { code: code.replaceAll(`"${placeholder}"`, `"./${fileName}"`), map: null };
      },
    },
  };
}
