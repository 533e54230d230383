// Functions that run inside a page: each stands alone, takes plain data and answers plain data.

/**
 * Finds the first visible element for a CSS selector, also inside open shadow roots, scrolls it into view,
 * and answers the middle of what can be seen of it. Undefined while nothing can be touched there: what is covered,
 * disabled or not laid out does not count.
 *
 * @param {string} selector
 * @returns {{x: number, y: number, text: string} | undefined}
 */
export function locate(selector) {
  const all = (root) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap((element) =>
      element.shadowRoot ? all(element.shadowRoot) : [],
    ),
  ];
  const deepest = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) {
      hit = hit.shadowRoot.elementFromPoint(x, y);
    }
    return hit;
  };
  const holds = (element, hit) => {
    for (let node = hit; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
      if (node === element) return true;
    }
    return false;
  };
  for (const element of all(document)) {
    if (element.matches(":disabled, [aria-disabled=true]")) continue;
    let box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (box.bottom <= 0 || box.top >= innerHeight) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      box = element.getBoundingClientRect();
    }
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const x = Math.round((left + Math.min(box.right, innerWidth)) / 2);
    const y = Math.round((top + Math.min(box.bottom, innerHeight)) / 2);
    if (holds(element, deepest(x, y))) return { x, y, text: element.textContent.trim().slice(0, 200) };
  }
  return undefined;
}

/**
 * What the visible, playing `<video>` shows now: its time, and its picture as eight by eight grey values.
 * The picture is null where the video's origin forbids reading it.
 *
 * @returns {{time: number, paused: boolean, muted: boolean, width: number, height: number, picture: number[] | null} | undefined}
 */
export function sampleVideo() {
  const all = (root) => [
    ...root.querySelectorAll("video"),
    ...[...root.querySelectorAll("*")].flatMap((element) =>
      element.shadowRoot ? all(element.shadowRoot) : [],
    ),
  ];
  const isOnScreen = (video) => {
    const { top, bottom, height } = video.getBoundingClientRect();
    return height > 0 && Math.min(bottom, innerHeight) - Math.max(top, 0) > height / 2;
  };
  const videos = all(document).filter(isOnScreen);
  const video = videos.find(({ paused }) => !paused) ?? videos[0];
  if (!video) return undefined;
  const { currentTime: time, paused, muted, videoWidth: width, videoHeight: height } = video;
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 8, 8);
  let picture = null;
  try {
    const { data } = context.getImageData(0, 0, 8, 8);
    picture = Array.from({ length: 64 }, (_, pixel) =>
      Math.round((data[pixel * 4] + data[pixel * 4 + 1] + data[pixel * 4 + 2]) / 3),
    );
  } catch {
    // Another origin without CORS: the time alone has to do.
  }
  return { time, paused, muted, width, height, picture };
}

/** Resolves with true after the page has drawn three more frames. */
export async function someFrames() {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return true;
}
