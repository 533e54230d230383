import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { reachableCount } from "../core/playlist.js";
import { awaitsFirstFrame } from "../core/view-state.js";
import { setVars } from "./directives/set-vars.js";
import { type SlotEpisode, selectSlotEpisodes } from "./slot-episodes.js";
import type { PlayerViewContext } from "./view-context.js";

/**
 * The three slots. They are never moved in the DOM, because removal pauses media: `--i` and `--index`
 * place them, and the gesture animates the track.
 */
export function renderFeed(context: PlayerViewContext): TemplateResult {
  const { state, messages, videos } = context;
  const episodes = selectSlotEpisodes(state.index, state.series ? reachableCount(state.series) : 0);
  return html`<div
    class="track"
    part="feed"
    role="feed"
    aria-label=${messages.episodes}
    aria-busy=${state.stage === "loading" ? "true" : "false"}
    ${setVars({ "--index": state.index })}
  >
    ${videos.map((video, slot) => renderSlot(context, video, { slot, ...(episodes[slot] ?? NOWHERE) }))}
  </div>`;
}

const NOWHERE: SlotEpisode = { index: -1, isEmpty: true };

function renderSlot(
  { state, messages }: PlayerViewContext,
  video: HTMLVideoElement,
  { slot, index, isEmpty }: SlotEpisode & { slot: number },
): TemplateResult {
  const { series } = state;
  const episode = series?.episodes[index];
  const count = series?.episodes.length ?? 0;
  const isActive = index === state.index;
  // Pictures of neighbours would share the network with the very first bytes of film.
  const poster = isActive || !awaitsFirstFrame(state) ? (episode?.poster ?? series?.poster) : undefined;
  return html`<article
    class="slot ${isEmpty ? "is-empty" : ""} ${state.uncovered[slot] ? "is-uncovered" : ""} ${isActive ? "is-active" : ""}"
    part="episode"
    ?inert=${!isActive}
    aria-posinset=${index + 1}
    aria-setsize=${count > 0 ? count : -1}
    aria-label=${episode ? messages.episodeTitle(episode.number, episode.title) : messages.loading}
    ${setVars({ "--i": index })}
  >
    ${poster ? keyed(poster, html`<img class="ambience" src=${poster} alt="" aria-hidden="true" />`) : nothing}
    <div class="frame" part="frame">
      ${poster ? keyed(poster, html`<img class="poster" part="poster" src=${poster} alt="" draggable="false" />`) : nothing}
      ${video}
    </div>
  </article>`;
}
