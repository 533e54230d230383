import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/run.mjs";
import { PlainError } from "../../lib/words.mjs";

/**
 * Makes a key and a certificate for one run. The browser is told to trust this key alone
 * (`--ignore-certificate-errors-spki-list`): with certificate errors merely ignored, Chromium's HTTP cache stays off.
 *
 * @param {readonly string[]} hosts
 * @returns {Promise<{key: Buffer, cert: Buffer, spki: string}>} `spki`: the base64 hash of the public key
 */
export async function makeCertificate(hosts) {
  const folder = await mkdtemp(join(tmpdir(), "micro-drama-bench-"));
  try {
    const key = join(folder, "key.pem");
    const cert = join(folder, "cert.pem");
    const { code, output } = await run(
      "openssl",
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        .concat([
          "-subj",
          `/CN=${hosts[0]}`,
          "-addext",
          `subjectAltName=${hosts.map((host) => `DNS:${host}`)}`,
        ])
        .concat(["-keyout", key, "-out", cert]),
      { quiet: true },
    );
    if (code !== 0) throw new PlainError(`openssl could not make a certificate: ${output}`);
    const pem = await readFile(cert);
    const publicKey = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
    return {
      key: await readFile(key),
      cert: pem,
      spki: createHash("sha256").update(publicKey).digest("base64"),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
