/** Does the work on each item after the one before it is done; stops at the first that fails. */
export async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) {
    // biome-ignore lint/performance/noAwaitInLoops: one at a time is the point: answers are large, order matters
    results.push(await work(item));
  }
  return results;
}
