import { ParseError } from "../errors.js";
import { type Read, text } from "./field.js";

/**
 * Reads a URL relative to `base`. Only `https:`, `http:` and `blob:` pass (and `data:image/…` where a picture is
 * meant): a manifest may come from a stranger, and `javascript:` must not reach an attribute.
 */
export function urlFrom(base: string | undefined, kind: "media" | "image" = "media"): Read<string> {
  return (value, path) => {
    const raw = text(value, path);
    const url = parse(raw, base);
    if (!url) throw new ParseError(path, `expected a URL, got '${raw.slice(0, 60)}'`);
    const isAllowed =
      url.protocol === "https:" ||
      url.protocol === "http:" ||
      url.protocol === "blob:" ||
      (kind === "image" && /^data:image\/(png|jpeg|webp|avif|gif)[;,]/.test(url.href));
    if (!isAllowed) throw new ParseError(path, `URLs of the kind '${url.protocol}' are not allowed`);
    return url.href;
  };
}

/** Reads a URL relative to an unknown folder: it must stay inside it. */
export const relativeUrl: Read<string> = (value, path) => {
  const raw = text(value, path);
  const probe = parse(raw, "http://folder.invalid/a/b/");
  if (probe?.href.startsWith("http://folder.invalid/a/b/")) return raw;
  throw new ParseError(path, `expected a path inside the folder, got '${raw.slice(0, 60)}'`);
};

function parse(raw: string, base: string | undefined): URL | undefined {
  try {
    return new URL(raw, base);
  } catch {
    return undefined;
  }
}
