/**
 * Lets so many workers act one after another for some seconds.
 *
 * @param {() => Promise<boolean>} act false: it failed
 */
export async function sample(act, { seconds, connections }) {
  const milliseconds = [];
  let failed = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const work = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      if (!(await act())) failed += 1;
      milliseconds.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return { milliseconds, failed, elapsed: performance.now() - begin };
}

/** Several samples of the same as one figure. */
export function summarise(samples) {
  const sorted = samples.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const sum = (select) => samples.reduce((total, each) => total + select(each), 0);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: sorted.length,
    failed: sum(({ failed }) => failed),
    perSecond: sorted.length / (sum(({ elapsed }) => elapsed) / 1000),
    p50: at(0.5),
    p99: at(0.99),
    processor: sum(({ processor }) => processor) / sorted.length,
  };
}
