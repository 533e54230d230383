/**
 * Runs a task for every item, at most `width` at the same time, and keeps their order.
 * After a failure no new task starts; the ones under way are awaited before the failure is thrown.
 */
export async function eachSide<Item, Result>(
  items: readonly Item[],
  width: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  let hasFailed = false;
  const worker = async () => {
    for (let next = queue.shift(); next && !hasFailed; next = queue.shift()) {
      const [index, item] = next;
      try {
        results[index] = await task(item, index);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.max(1, width) }, worker));
  const failure = ended.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
  return results;
}
