/** Work of one key is done one after the other, in the order in which it was asked for (one process: docs/adr/0043). */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function makeOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
