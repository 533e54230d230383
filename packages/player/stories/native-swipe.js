/**
 * The way not taken (decision 002), kept so that the trial can be repeated: the browser scrolls, anchors
 * snap, and the episode is the nearest anchor. Same interface as `createSwipe`.
 */
export function createNativeSwipe(options) {
  let feed;
  let index = 0;
  let count = 0;
  let anchors = [];
  const onScroll = () => {
    const nearest = Math.round(feed.scrollTop / feed.clientHeight);
    if (nearest === index) return;
    options.onStart();
    options.onCommit(nearest > index ? 1 : -1, "swipe");
  };
  const onSettled = () => options.onSettled?.();
  return {
    attach(element, slots) {
      feed = element;
      feed.classList.add("is-native");
      feed.addEventListener("scroll", onScroll);
      feed.addEventListener("scrollend", onSettled);
      this.track = slots[0].parentElement;
      this.placeAnchors();
    },
    placeAnchors() {
      for (const anchor of anchors) anchor.remove();
      anchors = Array.from({ length: count }, (_, i) => {
        const anchor = document.createElement("div");
        anchor.className = "anchor";
        anchor.style.setProperty("top", `${i * 100}%`);
        this.track?.append(anchor);
        return anchor;
      });
    },
    setPosition(nextIndex, nextCount) {
      index = nextIndex;
      if (nextCount === count) return;
      count = nextCount;
      this.placeAnchors();
    },
    detach() {
      feed.removeEventListener("scroll", onScroll);
    },
  };
}
