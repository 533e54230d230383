/**
 * For rollup's `manualChunks`: everything that the entry imports statically becomes one chunk, `core`. The entry
 * itself stays a line, so that its stable name can be cached for minutes and the rest for ever, and a page that
 * loads the entry under two addresses (`?ver=1`) still gets one copy of the player, because the other chunks
 * import `core` and never the entry.
 * @param {string} entry id of the entry's module
 * @returns {(id: string, api: { getModuleInfo: import("rollup").GetModuleInfo }) => string | undefined}
 */
export function collectCore(entry) {
  let core;
  return (id, { getModuleInfo }) => {
    core ??= findStaticImports(entry, getModuleInfo);
    return core.has(id) ? "core" : undefined;
  };
}

function findStaticImports(entry, getModuleInfo) {
  const found = new Set();
  const waiting = [entry];
  while (waiting.length > 0) {
    for (const id of getModuleInfo(waiting.pop())?.importedIds ?? []) {
      if (found.has(id)) continue;
      found.add(id);
      waiting.push(id);
    }
  }
  return found;
}
