import { feed } from "./feed.mjs";
import { floor } from "./floor.mjs";
import { hints } from "./hints.mjs";
import { mp4 } from "./mp4.mjs";
import { mux } from "./mux.mjs";
import { ours } from "./ours.mjs";
import { videojs } from "./videojs.mjs";
import { vidstack } from "./vidstack.mjs";

/**
 * All contenders, in the order of the tables.
 *
 * @type {readonly import("./contender.mjs").Contender[]}
 */
export const contenders = Object.freeze([floor, hints, mp4, mux, videojs, vidstack, feed, ours]);
