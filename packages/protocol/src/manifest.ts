/** What reading a manifest needs, and nothing of locks: for players, whose first frame waits for every byte. */
export { DramaError, EntitlementError, isDramaError, ParseError } from "./errors.js";
export { parseSeries, SERIES_VERSION } from "./parse-series.js";
export { isSameRef, refKey } from "./ref.js";
