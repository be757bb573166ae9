/** A script that shows an alert waits here until it has been closed, or until whoever was to close it has gone. */
export interface Alerts {
  readonly wait: (id: string, gone: AbortSignal) => Promise<void>;
  readonly close: (id: string) => void;
}

/** Closed before the script came to wait: remembered this many. */
const REMEMBERED = 50;

export function makeAlerts(): Alerts {
  const waiting = new Map<string, () => void>();
  const closed = new Set<string>();
  return {
    wait: (id, gone) =>
      new Promise((resolve) => {
        if (closed.delete(id)) return resolve();
        const end = () => {
          waiting.delete(id);
          resolve();
        };
        waiting.set(id, end);
        gone.addEventListener('abort', end, { once: true });
      }),
    close: (id) => {
      const end = waiting.get(id);
      if (end !== undefined) return end();
      closed.add(id);
      const [oldest] = closed;
      if (closed.size > REMEMBERED && oldest !== undefined) closed.delete(oldest);
    },
  };
}
