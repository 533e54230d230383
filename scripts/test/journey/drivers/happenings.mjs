// Functions that run inside a page: what happened to the players of it, for whoever reads why a step failed.

/** Keeps the inputs, media events and events of the elements from now on, each with its time. Twice is harmless. */
export function keepHappenings() {
  if (window.journeyHappenings) return;
  const kept = [];
  window.journeyHappenings = kept;
  const keep = (what) => kept.push(`${Math.round(performance.now())} ${what}`);
  const media = "loadstart loadeddata emptied play playing pause waiting stalled seeking seeked ended error";
  const element =
    "episode-change gate-open gate-close unlock-request unlock-success unlock-failure first-frame error mode-change";
  for (const type of ["wheel", "touchend", "pointerdown", "click", "keydown"]) {
    addEventListener(type, (event) => keep(`${type} on ${event.composedPath()[0].localName}`), {
      capture: true,
      passive: true,
    });
  }
  for (const type of element.split(" ")) {
    document.addEventListener(`drama-${type}`, ({ detail }) =>
      keep(`drama-${type} episode ${detail.number}`),
    );
  }
  document.addEventListener("visibilitychange", () => keep(document.visibilityState));
  const videos = [...document.querySelectorAll("micro-drama")].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll("video") ?? []),
  ]);
  videos.forEach((video, slot) => {
    for (const type of media.split(" ")) {
      video.addEventListener(type, () => keep(`slot ${slot}: ${type} at ${video.currentTime.toFixed(2)}`));
    }
  });
}

/** The last happenings, and how every player and its videos are now. */
export function readHappenings() {
  const ranges = ({ buffered }) =>
    Array.from(buffered, (_, at) => `${buffered.start(at).toFixed(2)}-${buffered.end(at).toFixed(2)}`).join(
      " ",
    );
  const focused = document.activeElement;
  const lines = (window.journeyHappenings ?? []).slice(-30);
  lines.push(`the focus is on ${focused?.localName}${focused?.className ? `.${focused.className}` : ""}`);
  for (const { state, shadowRoot } of document.querySelectorAll("micro-drama")) {
    lines.push(`now ${JSON.stringify(state)}`);
    (shadowRoot?.querySelectorAll("video") ?? []).forEach((video, slot) => {
      const { currentTime, paused, muted, readyState, seeking, error } = video;
      const at = `slot ${slot}: at ${currentTime.toFixed(2)}, ${paused ? "paused" : "plays"}`;
      lines.push(
        `${at}, muted ${muted}, readyState ${readyState}, seeking ${seeking}, buffered ${ranges(video)} ${error?.message ?? ""}`,
      );
    });
  }
  return lines;
}
