import type { Caption, Catalogue, CatalogueEpisode, StartDescriptor } from "@micro-drama/protocol";
import { languageLabel } from "../captions/label.js";
import type { UnpublishedConfig } from "../input/config.js";
import type { Plan, PlannedEpisode } from "../input/plan.js";
import type { PackagedEpisode } from "./episode.js";
import { posterUrl } from "./layout.js";
import { roundMicroseconds } from "./rendition.js";

/** A planned episode with what came of it. */
export interface FinishedEpisode {
  readonly plan: PlannedEpisode;
  readonly made: PackagedEpisode;
}

/** The chosen picture of the series, relative to the manifest. */
export const seriesPosterUrl = "poster.webp";

/** The public manifest as JSON. Locked episodes appear without anything that leads to their media. */
export function buildManifest(plan: Plan, episodes: readonly FinishedEpisode[]): object {
  return {
    version: 1,
    id: plan.id,
    title: plan.title,
    ...(plan.synopsis && { synopsis: plan.synopsis }),
    lang: plan.lang,
    ...posterOf(plan),
    episodes: [...episodes.map(publicEpisode), ...plan.unpublished.map(announcedEpisode)],
    ...(plan.next && { next: plan.next }),
  };
}

/** The chosen picture, else the poster of the first episode. */
function posterOf({ poster, episodes }: Plan): object {
  const [first] = episodes;
  const url = poster ? seriesPosterUrl : first && posterUrl(first.id);
  return url ? { poster: url } : {};
}

/** The platform's catalogue: where the media of locked episodes lie. */
export function buildCatalogue(plan: Plan, episodes: readonly FinishedEpisode[]): Catalogue {
  return {
    version: 1,
    id: plan.id,
    title: plan.title,
    lang: plan.lang,
    rightsHolder: plan.rightsHolder,
    episodes: [
      ...episodes.map(platformEpisode),
      ...plan.unpublished.map(({ id, number, title, publishAt }) => ({
        ...{ id, number, title, access: "unpublished" as const },
        ...(publishAt && { publishAt }),
      })),
    ],
  };
}

function publicEpisode({ plan, made }: FinishedEpisode): object {
  const { id, number, title, synopsis, access } = plan;
  return {
    id,
    number,
    title,
    ...(synopsis && { synopsis }),
    duration: made.stamp.duration,
    poster: posterUrl(id),
    access,
    ...(access === "free" && {
      source: { type: "hls", url: `${id}/main.m3u8`, start: rebase(made.stamp.start, `${id}/`) },
      captions: captionsOf(made, `${id}/`),
    }),
  };
}

function announcedEpisode({ id, number, title, synopsis, cover, publishAt }: UnpublishedConfig): object {
  return {
    id,
    number,
    title,
    ...(synopsis && { synopsis }),
    ...(cover && { poster: posterUrl(id) }),
    access: "unpublished",
    ...(publishAt && { publishAt }),
  };
}

function platformEpisode({ plan, made }: FinishedEpisode): CatalogueEpisode {
  const { id, number, title, access } = plan;
  const { stamp } = made;
  return {
    id,
    number,
    title,
    access,
    duration: roundMicroseconds(stamp.duration),
    ...(access === "locked" && {
      asset: {
        id: stamp.assetId,
        type: "hls",
        url: "main.m3u8",
        start: stamp.start,
        captions: captionsOf(made, ""),
      },
    }),
  };
}

function captionsOf(made: PackagedEpisode, folder: string): readonly Caption[] {
  return made.captions.map((lang) => ({ lang, label: languageLabel(lang), url: `${folder}${lang}.vtt` }));
}

function rebase(start: StartDescriptor, folder: string): StartDescriptor {
  return {
    ...start,
    tracks: start.tracks.map((track) => ({
      ...track,
      init: { ...track.init, url: `${folder}${track.init.url}` },
      segments: track.segments.map((segment) => ({ ...segment, url: `${folder}${segment.url}` })),
    })),
  };
}
