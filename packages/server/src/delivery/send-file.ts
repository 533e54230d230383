import { type MediaFile, selectType } from "./files.js";

/** Answers GET and HEAD for a file, with one byte range and `If-None-Match` (RFC 9110, sections 13 and 14). */
export function sendFile(
  request: Request,
  {
    file,
    name,
    cacheControl,
  }: { readonly file: MediaFile; readonly name: string; readonly cacheControl: string },
): Response {
  const headers = new Headers({
    etag: file.etag,
    "accept-ranges": "bytes",
    "cache-control": cacheControl,
    "content-type": selectType(name),
  });
  if (request.headers.get("if-none-match") === file.etag) return new Response(null, { status: 304, headers });
  const range = selectRange(request, file);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range) headers.set("content-range", `bytes ${start}-${end}/${file.size}`);
  headers.set("content-length", String(end - start + 1));
  const isEmpty = request.method === "HEAD" || file.size === 0;
  return new Response(isEmpty ? null : file.read(start, end), { status: range ? 206 : 200, headers });
}

/** The one range of a request. Several at once, other units and outdated `If-Range` get the whole file. */
function selectRange(
  request: Request,
  { size, etag }: MediaFile,
): { start: number; end: number } | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  const ifRange = request.headers.get("if-range");
  if (!match || (ifRange !== null && ifRange !== etag)) return undefined;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start >= size || start > end ? "unsatisfiable" : { start, end };
}
