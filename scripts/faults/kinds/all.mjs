import { ANSWERS } from "./answers.mjs";
import { BACKEND } from "./backend.mjs";
import { DEVICE } from "./device.mjs";
import { FIGURES } from "./figures.mjs";
import { TABS } from "./tabs.mjs";
import { WAY } from "./way.mjs";

/** Every kind of fault, in the order of the table. @type {readonly import("../run-kind.mjs").Kind[]} */
export const KINDS = [...WAY, ...ANSWERS, ...DEVICE, ...TABS, ...BACKEND, ...FIGURES];
