export { PackagerError, type PackagerErrorCode } from "./errors.js";
export type { Effort } from "./ffmpeg/picture.js";
export type { PackageOptions } from "./input/options.js";
export type { Fit } from "./ladder.js";
export type { Finding } from "./lint/finding.js";
export { type LintReport, lintSeries } from "./lint/lint-series.js";
export { type PackagedSeries, packageSeries } from "./package-series.js";
export type { Progress, ProgressListener } from "./progress.js";
export { buildSnippet, type SnippetOptions } from "./snippet/build-snippet.js";
