const MINUTE_MS = 60_000;
/** Callers remembered at once; those who were quiet for a minute are forgotten first. */
const REMEMBERED = 10_000;

/** Seconds until the next call is taken; undefined when this one is. */
export type RateLimit = (key: string) => number | undefined;

/** At most so many calls of one key in any sixty seconds. A refused call is not counted. */
export function makeRateLimit(perMinute: number, now: () => number): RateLimit {
  const calls = new Map<string, readonly number[]>();

  function forgetTheQuiet(): void {
    for (const [key, moments] of calls) {
      if ((moments.at(-1) ?? 0) <= now() - MINUTE_MS) calls.delete(key);
    }
    const [oldest] = calls.keys();
    if (calls.size >= REMEMBERED && oldest !== undefined) calls.delete(oldest);
  }

  return (key) => {
    const recent = (calls.get(key) ?? []).filter((moment) => moment > now() - MINUTE_MS);
    const blocking = recent.at(-perMinute);
    if (blocking !== undefined) return Math.ceil((blocking + MINUTE_MS - now()) / 1000);
    if (calls.size >= REMEMBERED) forgetTheQuiet();
    calls.set(key, [...recent, now()]);
    return undefined;
  };
}
