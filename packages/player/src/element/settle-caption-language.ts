import { pickCaptionLang } from "./nearest-lang.js";
import type { Session } from "./session.js";

/**
 * A series whose manifest has no captions begins with the page's language as a wish. Once a stream brings some, the rule
 * of all captions holds for them too: the wish where there is such a track, else the series' own language.
 */
export function settleCaptionLanguage(session: Session): void {
  const settle = (): void => {
    const { media, series, captionLang } = session.model;
    if (!series || captionLang === null || !media.captions) return;
    if (series.episodes.some(({ captions }) => captions.length > 0)) return;
    const lang = pickCaptionLang(media.captions, captionLang, series.lang);
    if (lang === captionLang) return;
    session.pool.setCaptionLanguage(lang);
    session.commit({ captionLang: lang });
  };
  session.subscribe((model, previous) => {
    if (model.media.captions !== previous.media.captions) settle();
  });
  settle();
}
