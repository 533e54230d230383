/** Keeps what this browser's viewer likes and follows. A platform with accounts keeps it there. */
const read = (series) => {
  try {
    return { likes: [], follows: false, ...JSON.parse(localStorage.getItem(`reactions:${series}`)) };
  } catch {
    return { likes: [], follows: false };
  }
};
/** Throws where storage is forbidden: then the player takes back what it shows already. */
const write = (series, change) =>
  localStorage.setItem(`reactions:${series}`, JSON.stringify({ ...read(series), ...change }));

document.addEventListener("drama-reactions-request", (event) => {
  event.respondWith(read(event.detail.series));
});

document.addEventListener("drama-like-request", (event) => {
  const { series, episode, on } = event.detail;
  const others = read(series).likes.filter((id) => id !== episode);
  event.respondWith((async () => write(series, { likes: on ? [...others, episode] : others }))());
});

document.addEventListener("drama-follow-request", (event) => {
  const { series, on } = event.detail;
  event.respondWith((async () => write(series, { follows: on }))());
});
