/**
 * Runs work in a task of its own, soon: input and pictures may come before it. A timer would do the same, but the
 * fifth in a row waits 4 ms, and many more in a page that nobody looks at.
 */
export function inOwnTask(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}
