/** Paper Tide: the post comes by boat, and today's letters are from tomorrow. */
export default {
  id: "paper-tide",
  title: "Paper Tide",
  synopsis:
    "Noor rows the post through a town without streets. This morning's last letter is in her own handwriting, dated tomorrow.",
  free: 1,
  episodes: ["e01", "e02"],
  cast: {
    noor: { en: "Noor", es: "Noor", ar: "نور" },
    teo: { en: "Teo", es: "Teo", ar: "تيو" },
  },
  unpublished: [],
};
