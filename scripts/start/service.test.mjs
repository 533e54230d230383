import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { findFreePort } from "./ports.mjs";
import { Service } from "./service.mjs";

const PROGRAM = fileURLToPath(new URL("./testing/program.mjs", import.meta.url));

describe("Service", () => {
  let service;
  let url;

  afterEach(() => service.stop({ byForce: true }));

  async function create(manner) {
    const port = await findFreePort();
    url = `http://127.0.0.1:${port}`;
    const args = [PROGRAM, String(port), ...(manner ? [manner] : [])];
    service = new Service({ args, env: process.env, isReady: async () => (await fetch(`${url}/ready`)).ok });
  }

  async function become(state) {
    while (service.status.state !== state) await once(service, "state");
  }

  it("is starting until the program answers, then ready", async () => {
    await create();
    service.start();
    assert.equal(service.status.state, "starting");
    await become("ready");
    assert.equal(await (await fetch(url)).text(), String(service.status.pid));
  });

  it("passes on what the program prints, line by line", async () => {
    await create();
    service.start();
    await become("ready");
    const printed = once(service, "line");
    await fetch(`${url}/hello`);
    let [line] = await printed;
    while (!line.includes("/hello")) [line] = await once(service, "line");
    assert.equal(JSON.parse(line).path, "/hello");
  });

  it("stops the program in order", async () => {
    await create();
    service.start();
    await become("ready");
    const lines = [];
    service.on("line", (line) => lines.push(line));
    await service.stop();
    assert.equal(service.status.state, "stopped");
    assert.ok(lines.includes("stopped in order"));
    await assert.rejects(fetch(url));
  });

  it("ends a program by force that does not end in order", async () => {
    await create("never");
    service.start();
    await become("ready");
    const inOrder = service.stop();
    await service.stop({ byForce: true });
    await inOrder;
    await assert.rejects(fetch(url));
  });

  it("kills and starts again, as another process", async () => {
    await create();
    service.start();
    await become("ready");
    const { pid } = service.status;
    service.kill(0.01);
    assert.equal(service.status.state, "killed");
    assert.equal(typeof service.status.restartsAt, "number");
    await become("ready");
    assert.notEqual(service.status.pid, pid);
  });

  it("does not start again after a stop between kill and restart", async () => {
    await create();
    service.start();
    await become("ready");
    service.kill(0.01);
    await service.stop();
    assert.equal(service.status.state, "stopped");
    assert.equal(service.status.pid, undefined);
  });

  it("reports what a program said that ends before it is ready, and leaves it at that", async () => {
    await create("at-once");
    service.start();
    const [error] = await once(service, "failed");
    assert.match(error.message, /exit code 2/);
    assert.match(error.message, /prices: no such file/);
    assert.equal(service.status.state, "stopped");
  });

  it("starts a program again that falls over later", async () => {
    await create();
    service.start();
    await become("ready");
    const fell = once(service, "fell");
    await assert.rejects(fetch(`${url}/fall-over`));
    assert.match((await fell)[0].message, /exit code 7/);
    assert.equal(service.status.state, "killed");
  });

  it("leaves no child behind when its parent is killed", async () => {
    await create();
    const port = new URL(url).port;
    const parent = spawn(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { Service } from ${JSON.stringify(new URL("./service.mjs", import.meta.url).href)};
         const service = new Service({ args: ${JSON.stringify([PROGRAM, port])}, env: process.env,
           isReady: async () => (await fetch("${url}")).ok });
         service.on("state", (state) => console.log(state, service.status.pid));
         service.start();`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let printed = "";
    for await (const chunk of parent.stdout) {
      printed += chunk;
      if (printed.includes("ready")) break;
    }
    parent.kill("SIGKILL");
    // Refused at last, or the test runs into its time limit.
    while (
      await fetch(url).then(
        () => true,
        () => false,
      )
    );
  });
});
