/** What a player may cost, however long it runs. Sources: playback.md and the first frame's issue. */
const LIMITS = [
  { name: "heapGrowth", words: "bytes of heap more than after the fifth swipe", most: 4_000_000 },
  { name: "videos", words: "video elements of a player that swiped", most: 3 },
  { name: "detachedVideos", words: "video elements that are nowhere, while it swipes", most: 0 },
  { name: "hls", words: "hls.js instances of a player that swiped", most: 2 },
  { name: "episodeNodes", words: "nodes of episodes", most: 7 },
  { name: "playersLeft", words: "players that were removed and are still there", most: 0 },
  { name: "videosLeft", words: "video elements that removed players left", most: 0 },
  { name: "hlsLeft", words: "hls.js instances that removed players left", most: 0 },
];

/**
 * @param {Record<string, number>} figures of `runSoak`
 * @returns {string[]} a sentence for each figure beyond its limit
 */
export function beyondLimits(figures) {
  return LIMITS.filter(({ name, most }) => !(figures[name] <= most)).map(
    ({ name, words, most }) => `${figures[name]} ${words}, ${most} allowed`,
  );
}

/** Prints all figures with their limits. False when one is beyond. */
export function printFigures(figures) {
  for (const { name, words, most } of LIMITS) {
    const mark = figures[name] <= most ? "✓" : "✗";
    console.log(
      `${mark} ${figures[name].toLocaleString("en")} ${words} (at most ${most.toLocaleString("en")})`,
    );
  }
  return beyondLimits(figures).length === 0;
}
