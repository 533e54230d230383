/** What a terminal, a process manager and a closing window send. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** The exit code by which shells know a program that was interrupted. */
const INTERRUPTED = 130;

/**
 * Waits for Ctrl-C and then ends the demo in order; a second Ctrl-C ends it by force.
 * @param {{ stop: (how?: { byForce?: boolean }) => Promise<void> }} demo
 * @param {{ say: (words: string) => void, signals?: NodeJS.EventEmitter }} options `signals`: the process
 * @returns {Promise<number>} the exit code
 */
export function untilInterrupted(demo, { say, signals = process }) {
  return new Promise((resolve) => {
    let isEnding = false;
    const onSignal = () => {
      if (isEnding) {
        demo.stop({ byForce: true }).then(() => finish(INTERRUPTED));
        return;
      }
      isEnding = true;
      say("\n  Ending … (Ctrl-C again ends it by force)");
      demo.stop().then(() => finish(0));
    };
    const finish = (code) => {
      for (const signal of SIGNALS) signals.off(signal, onSignal);
      resolve(code);
    };
    for (const signal of SIGNALS) signals.on(signal, onSignal);
  });
}
