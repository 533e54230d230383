import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { SignJWT } from "jose";

const CLI = new URL("../dist/cli.js", import.meta.url).pathname;
const EPISODES = 100;
const ISSUER = "https://login.bench.example";

/** `micro-drama-server serve` as a process of its own, and viewers with a log-in who have coins for everything. */
export async function startPlatform(database, { connections, viewers, profile }) {
  const folder = mkdtempSync(join(tmpdir(), "drama-bench-"));
  const secret = randomBytes(32).toString("hex");
  const env = { PATH: process.env.PATH, DATABASE_URL: database, BENCH_SECRET: secret };
  const profiling = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, [...profiling, CLI, ...serveArguments(folder)], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const base = `${await ready(child)}/drama/v1`;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tokens = await Promise.all(Array.from({ length: viewers }, (_, n) => sign(secret, `viewer-${n}`)));
  const send = (path, { token, body, headers = {} }) => ask(agent, base + path, { token, body, headers });
  const check = async (n) => {
    const status = await send("/series/bench/access", { token: tokens[n % viewers] });
    return status === 200;
  };
  return {
    check,
    /** Everybody has been here once, so that no viewer is made while it is measured. */
    async greet() {
      for (let n = 0; n < viewers; n += connections)
        await Promise.all(Array.from({ length: connections }, (_, k) => check(n + k)));
    },
    /** Another episode of another viewer each time; after all of them, what is owned already. */
    async unlock(n) {
      const episode = `e${(Math.floor(n / viewers) % EPISODES) + 1}`;
      const status = await send("/unlocks", {
        token: tokens[n % viewers],
        headers: { "idempotency-key": randomUUID() },
        body: {
          refs: [{ series: "bench", episode }],
          offerId: "coins",
          maxPrice: { amount: 1, currency: "COIN" },
        },
      });
      return status === 200;
    },
    /** Milliseconds of processor that the server has used so far; undefined where there is no procfs. */
    processor: () => readProcessor(child.pid),
    async doctor() {
      const doctor = spawn(process.execPath, [CLI, "doctor"], { env, stdio: ["ignore", "pipe", "inherit"] });
      let text = "";
      for await (const chunk of doctor.stdout) text += chunk;
      return JSON.parse(text);
    },
    async close() {
      agent.destroy();
      child.kill("SIGTERM");
      await once(child, "close");
      rmSync(folder, { recursive: true });
    },
  };
}

function serveArguments(folder) {
  const write = (name, json) => {
    writeFileSync(join(folder, name), JSON.stringify(json));
    return join(folder, name);
  };
  const episodes = Array.from({ length: EPISODES }, (_, n) => ({
    id: `e${n + 1}`,
    number: n + 1,
    title: `Part ${n + 1}`,
    duration: 90,
    access: "locked",
    asset: { id: (n + 1).toString(16).padStart(32, "0"), type: "hls", url: "main.m3u8", captions: [] },
  }));
  const catalogue = { version: 1, id: "bench", title: "Bench", lang: "en", rightsHolder: "studio", episodes };
  const prices = {
    version: "bench",
    currency: "COIN",
    member: { bonus: 1_000_000 },
    series: { "*": { episode: 1, bundle: { rest: { discountPercent: 20 } }, waitSeconds: 3600 } },
  };
  return [
    "serve",
    ...["--catalogue", write("platform.json", catalogue), "--prices", write("prices.json", prices)],
    ...["--data", folder, "--port", "0", "--media-port", "1", "--origins", "https://bench.example"],
    ...["--issuer", `${ISSUER}=env:BENCH_SECRET`],
  ];
}

async function ready(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, url } = JSON.parse(line);
    if (event !== "ready") continue;
    // Nobody reads the log any further; it must not fill the pipe.
    child.stdout.resume();
    return url;
  }
  throw new Error("The server did not start.");
}

/** Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second. */
function readProcessor(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

function sign(secret, subject) {
  return new SignJWT({ sub: subject, azp: "https://bench.example" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(ISSUER)
    .setAudience("micro-drama")
    .setIssuedAt()
    .setExpirationTime("30m")
    .sign(new TextEncoder().encode(secret));
}

function ask(agent, url, { token, body, headers }) {
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      agent,
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { "content-type": "application/json" } : {}),
        ...headers,
      },
    });
    sending.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    sending.on("error", reject);
    sending.end(body && JSON.stringify(body));
  });
}
