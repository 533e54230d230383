/** What is known of a request once it is answered. No secrets: tokens and keys are cut from the path. */
export interface RequestRecord extends LogNotes {
  /** RFC 3339. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Until the answer was ready to be sent. */
  readonly ms: number;
}

/** What routes add. `error` is for the platform's eyes and never sent. */
export interface LogNotes {
  viewer?: number;
  series?: string;
  episode?: string;
  /** Problem code, when the answer is one. */
  problem?: string;
  error?: string;
}

/** Receives every record. */
export type RequestLog = (record: RequestRecord) => void;

/** A path without what would let its reader act as the viewer: path tokens and idempotency keys. */
export function redactPath(path: string): string {
  return path.replace(/^\/t\/[^/]+/, "/t/:token").replace(/(\/unlocks\/)[^/]+/, "$1:key");
}
