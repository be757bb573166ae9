/** How many calls of a process may be under way at once; the transport opens a socket for each, without a limit. */
export const CALLS_AT_ONCE = 8;

/** Lets a limited number of calls go at once, in the order in which they came. */
export interface Slots {
  /** Waits for a free slot; the returned function gives it back. At once, and without a slot, when the signal aborts. */
  take(signal?: AbortSignal): Promise<() => void>;
}

const NOTHING = (): void => undefined;

/** When a slot that is given back is free: at once, or as soon as the transport can do with it. */
export type Settle = (free: () => void) => void;

/**
 * Node's fetch has a socket back one turn of the event loop after the last byte was read. A call that came before
 * would open another, and twice as many would be open as there are slots (measured, docs/adr/0021).
 */
export const onceSocketIsFree: Settle = (free) => {
  setImmediate(free);
};

export function makeSlots(count: number, settle: Settle = (free) => free()): Slots {
  let free = count;
  const waiting = new Set<() => void>();
  const giveBack = (): void =>
    settle(() => {
      free += 1;
      const [next] = waiting;
      next?.();
    });
  const takeFree = (): (() => void) => {
    free -= 1;
    return giveBack;
  };
  return {
    take: (signal) => {
      if (signal?.aborted === true) return Promise.resolve(NOTHING);
      if (free > 0) return Promise.resolve(takeFree());
      return new Promise((resolve) => {
        const leave = (): void => {
          waiting.delete(enter);
          resolve(NOTHING);
        };
        const enter = (): void => {
          waiting.delete(enter);
          signal?.removeEventListener('abort', leave);
          resolve(takeFree());
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.add(enter);
      });
    },
  };
}
