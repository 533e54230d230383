/**
 * What an error says of the browser.
 *
 * - `gone`: the browser or its driver has ended;
 * - `ended`: the request was still open when its session was ended on purpose. WebKitWebDriver now and then never answers
 *   a navigation although the page came and its tests ran, and webdriver breaks such a request off at the session's end;
 * - `other`: nothing of the kind.
 *
 * @param {{message?: string, opts?: {signal?: AbortSignal}}} error
 * @returns {"gone" | "ended" | "other"}
 */
export function browserFate({ message = "", opts }) {
  if (GONE.test(message)) return "gone";
  if (opts?.signal?.aborted && message.includes("aborted")) return "ended";
  return "other";
}

const GONE = /invalid session id|browser disconnected|ECONNREFUSED|ECONNRESET|UND_ERR_/;
