import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { typeOf } from "../../lib/static-files.mjs";
import { findMapped } from "../server/serve-files.mjs";

/**
 * One origin without limits or TLS, for engines that cannot be told to trust a certificate of ours.
 *
 * @param {(origin: string) => Promise<{document: string, files: Readonly<Record<string, string>>}>} compose what `/`
 *   answers, and path → absolute path; one that ends in `/` maps to a folder
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function servePlain(compose) {
  let page;
  const server = createServer(async (request, response) => {
    if (request.url === "/")
      return response.setHeader("content-type", "text/html; charset=utf-8").end(page.document);
    const file = findMapped(request.url, page.files);
    const body = file && (await readFile(file).catch(() => undefined));
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": typeOf(file), "cache-control": "max-age=3600" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://localhost:${server.address().port}`;
  page = await compose(origin);
  return { origin, close: () => server.close() };
}
