/** How often the elapsed seconds of a running step are redrawn on a terminal. */
const REDRAW_MS = 500;

/** Steps shorter than this are not worth a number. */
const WORTH_TIMING_MS = 1000;

/**
 * Progress lines for long commands: one line per step, with the seconds counting while it runs on a
 * terminal, and a plain line at its start and end in a log file.
 * @param {{ stream?: NodeJS.WritableStream & { isTTY?: boolean, columns?: number } }} [options]
 */
export function createProgress({ stream = process.stdout } = {}) {
  const isLive = Boolean(stream.isTTY);

  /**
   * Runs one step. Rejects with what `work` rejects with, after marking the line as failed.
   * `note` replaces the words behind the label while the step runs; `work` may return closing words.
   * @template T
   * @param {string} label
   * @param {(note: (words: string) => void) => Promise<T> | T} work
   * @returns {Promise<T>}
   */
  async function step(label, work) {
    const startedAt = performance.now();
    let words = "";
    const draw = () => {
      const line = `  … ${label}${words && ` · ${words}`} ${seconds(startedAt)}`;
      stream.write(`\r\x1b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
    };
    if (isLive) draw();
    else stream.write(`  … ${label}\n`);
    const timer = isLive ? setInterval(draw, REDRAW_MS) : undefined;
    const end = (mark, closing) => {
      clearInterval(timer);
      const took = performance.now() - startedAt >= WORTH_TIMING_MS ? ` (${seconds(startedAt)})` : "";
      stream.write(`${isLive ? "\r\x1b[K" : ""}  ${mark} ${label}${closing && `: ${closing}`}${took}\n`);
    };
    try {
      const result = await work((next) => {
        words = next;
      });
      end("✓", typeof result === "string" ? result : "");
      return result;
    } catch (error) {
      end("✗", "");
      throw error;
    }
  }

  /** @param {string} words one line, or several */
  function say(words) {
    stream.write(`${isLive ? "\r\x1b[K" : ""}${words}\n`);
  }

  return { step, say };
}

function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
