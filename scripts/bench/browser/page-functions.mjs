// Functions that run inside the page. They see into open shadow roots, and count what is there.

/** Videos, and elements that stand for an episode: those that hold a video or a poster and fill the screen's width. */
export function countNodes() {
  const all = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      all.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  const videos = all.filter((element) => element.localName === "video");
  const episodes = all.filter((element) =>
    element.matches("article, [part~=episode], .slide, .swiper-slide, [data-episode]"),
  );
  return { videos: videos.length, episodeNodes: Math.max(episodes.length, videos.length) };
}

/** Collects long tasks and layout shifts from the first moment of a document on. */
export function observePerformance() {
  const seen = { longTasks: [], shift: 0 };
  window.benchSeen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** @returns {{longTasks: {startTime: number, duration: number}[], shift: number}} */
export function readPerformance() {
  return window.benchSeen;
}

/** Collects what inputs took to the next paint, from the first moment of a document on. */
export function observeEvents() {
  window.benchEvents = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.benchEvents.push({ startTime, duration });
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

/** @param {number} since by `performance.now()` @returns {number} the slowest event since then; 0 when all were quick */
export function readEvents(since) {
  const times = window.benchEvents
    .filter(({ startTime }) => startTime >= since)
    .map(({ duration }) => duration);
  return Math.max(0, ...times);
}
