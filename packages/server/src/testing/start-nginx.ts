import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An nginx that a test started. */
export interface Nginx {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts an nginx on a free port, in a folder of its own.
 *
 * @param program where nginx is
 * @param http what stands inside `http {}`, for this folder and port
 */
export async function startNginx(
  program: string,
  http: (place: { readonly folder: string; readonly port: number }) => string,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "drama-nginx-"));
  const port = await freePort();
  const path = join(folder, "nginx.conf");
  mkdirSync(join(folder, "tmp"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, "tmp", name)};`,
  );
  writeFileSync(
    path,
    [
      process.getuid?.() === 0 ? "user root;" : "",
      `worker_processes 1; pid ${join(folder, "nginx.pid")}; events {}`,
      `http { access_log off; ${temporary.join("\n")}\n${http({ folder, port })} }`,
    ].join("\n"),
  );
  const errors = join(folder, "error.log");
  const child = spawn(program, ["-p", folder, "-c", path, "-e", errors, "-g", "daemon off;"], {
    stdio: "inherit",
  });
  const url = `http://127.0.0.1:${port}`;
  await untilListening(url);
  return {
    url,
    async close() {
      child.kill("SIGQUIT");
      await once(child, "close");
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function untilListening(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
