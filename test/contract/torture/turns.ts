/**
 * Lets everybody who waits go on one at a time, in an order that only the seed decides. Between two turns
 * everything that can happen without a turn has happened, so a seed always gives the same run.
 */
export interface Turns {
  /** Waits for its turn. */
  next(): Promise<void>;
  /** Gives turns until nobody waits any more. */
  runOut(): Promise<void>;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function makeTurns(random: () => number): Turns {
  const waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    runOut: async () => {
      await settle();
      while (waiting.length > 0) {
        const [go] = waiting.splice(Math.floor(random() * waiting.length), 1);
        go?.();
        // biome-ignore lint/performance/noAwaitInLoops: one turn after the other is what this is for
        await settle();
      }
    },
  };
}
