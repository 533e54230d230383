import type { Purchase } from "./testing/purchase.js";

const BOUGHT = { states: ["granted", "granted"], coinsLeft: 70 } as const;

const scriptUrl = (name: string): string => new URL(`testing/${name}`, import.meta.url).href;

describe("createEntitlements", () => {
  it("sells an episode once in a module worker, which has no localStorage", async () => {
    const worker = new Worker(scriptUrl("purchase-in-worker.js"), { type: "module" });
    try {
      const purchase = await new Promise<Purchase>((resolve, reject) => {
        worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
        worker.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
      });
      expectSame(purchase, { ...BOUGHT, storage: "absent" });
    } finally {
      worker.terminate();
    }
  });

  it("sells an episode once in a sandboxed frame, where localStorage and Web Locks are refused", async () => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.srcdoc = `<script type="module">
      const tell = (message) => parent.postMessage(message, "*");
      const buy = () => import(${JSON.stringify(scriptUrl("purchase.js"))}).then((there) => there.buyAnEpisode());
      tell(await buy().catch(String));
    </script>`;
    const told = new Promise<MessageEvent<Purchase>>((resolve) => {
      addEventListener("message", resolve, { once: true });
    });
    document.body.append(frame);
    try {
      const { data, origin } = await told;
      expectSame(origin, "null");
      expectSame(data, { ...BOUGHT, storage: "SecurityError" });
    } finally {
      frame.remove();
    }
  });
});

function expectSame(actual: unknown, expected: unknown): void {
  const have = JSON.stringify(actual);
  const want = JSON.stringify(expected);
  if (have !== want) throw new Error(`expected ${want}, got ${have}`);
}
