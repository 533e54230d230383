/** A series for looking at views: the posters of the sample series, no media. */
const TITLES = [
  "The light goes out",
  "A stranger on the rocks",
  "What the tide brought",
  "The debt",
  "Two lanterns",
  "The keeper’s daughter",
  "Signal fire",
  "The storm",
  "Home before dawn",
];

const poster = (number) => `/examples/series/lantern-keeper/public/posters/e0${number}.webp`;

export const captions = [
  { lang: "en", label: "English", url: "en.vtt" },
  { lang: "es", label: "Español", url: "es.vtt" },
  { lang: "ar", label: "العربية", url: "ar.vtt" },
];

export const series = {
  id: "lantern-keeper",
  title: "The Lantern Keeper",
  lang: "en",
  poster: poster(1),
  warnings: [],
  next: { url: "next.json", title: "Paper Tide", poster: poster(5) },
  episodes: TITLES.map((title, i) => ({
    id: `e0${i + 1}`,
    number: i + 1,
    title,
    duration: 68 + i * 3,
    ...(i < 8 ? { poster: poster(i + 1) } : {}),
    access: i < 3 ? "free" : i < 8 ? "locked" : "unpublished",
    ...(i === 8 ? { publishAt: "2027-01-10T18:00:00Z" } : {}),
    captions,
  })),
};
