/**
 * Lets so many workers act one after another for some seconds.
 *
 * @param {(n: number) => Promise<boolean>} act gets a running number; false: it failed
 */
export async function measure(act, { name, seconds, connections }) {
  const milliseconds = [];
  let failed = 0;
  let n = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const work = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      n += 1;
      if (!(await act(n))) failed += 1;
      milliseconds.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const sorted = milliseconds.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    name,
    count: sorted.length,
    failed,
    perSecond: sorted.length / ((performance.now() - begin) / 1000),
    p50: at(0.5),
    p99: at(0.99),
  };
}
