/** The Lantern Keeper: a light goes out, and another one answers. */
export default {
  id: "lantern-keeper",
  title: "The Lantern Keeper",
  synopsis:
    "Mara keeps the last light on the bay. The night it goes out, a tower that burned down twenty years ago answers.",
  free: 3,
  episodes: ["e01", "e02", "e03", "e04", "e05", "e06", "e07", "e08"],
  cast: {
    mara: { en: "Mara", es: "Mara", ar: "مارا" },
    iven: { en: "Iven", es: "Iven", ar: "إيفن" },
    voss: { en: "Voss", es: "Voss", ar: "فوس" },
    elin: { en: "Elin", es: "Elin", ar: "إيلين" },
  },
  unpublished: [
    { id: "e09", number: 9, title: "What the tide wants", publishAt: "2027-01-10T18:00:00Z" },
    { id: "e10", number: 10, title: "A name for the deep", publishAt: "2027-01-17T18:00:00Z" },
    { id: "e11", number: 11, title: "The keeper's keeper", publishAt: "2027-01-24T18:00:00Z" },
    { id: "e12", number: 12, title: "Morning", publishAt: "2027-01-31T18:00:00Z" },
  ],
  // Relative to the manifest that the packager writes.
  next: {
    url: "../../paper-tide/public/series.json",
    title: "Paper Tide",
    poster: "../../paper-tide/public/poster.webp",
  },
};
