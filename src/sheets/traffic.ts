import type { CallKind } from './cost-meter.ts';
import type { CallsLeft } from './spreadsheet-port.ts';

const MINUTE_MS = 60_000;

/** How many calls of each kind one account may make in a minute (60 and 60, by Google's page on usage limits). */
export interface Limits {
  readonly read: number;
  readonly write: number;
}

export const GOOGLE_LIMITS: Limits = { read: 60, write: 60 };
export const UNLIMITED: Limits = { read: Number.POSITIVE_INFINITY, write: Number.POSITIVE_INFINITY };

/** Keeps the calls of one account within its limits. A service account is one account for all its workbooks. */
export interface Traffic {
  readonly limits: Limits;
  /**
   * Books the next free place for a call and returns the milliseconds until then; undefined, and nothing is
   * booked, when that is at or after the given moment.
   */
  book(kind: CallKind, now: number, before?: number): number | undefined;
  /** What is left of the sixty seconds up to now; where nothing is limited, of the minute that Google would give. */
  left(now: number): CallsLeft;
}

/**
 * At most the limit in any sixty seconds. Stricter than a bucket that refills while it is drained: wherever
 * Google's own minute begins, it never sees more calls than it allows.
 */
export function makeTraffic(limits: Limits): Traffic {
  const booked: Record<CallKind, readonly number[]> = { read: [], write: [] };
  const recentOf = (kind: CallKind, now: number) =>
    booked[kind].filter((earlier) => earlier > now - MINUTE_MS);
  const leftOf = (kind: CallKind, now: number): number => {
    const limit = Number.isFinite(limits[kind]) ? limits[kind] : GOOGLE_LIMITS[kind];
    return Math.max(0, limit - recentOf(kind, now).length);
  };
  return {
    limits,
    left: (now) => ({ reads: leftOf('read', now), writes: leftOf('write', now) }),
    book: (kind, now, before = Number.POSITIVE_INFINITY) => {
      const recent = recentOf(kind, now);
      const oldest = recent.at(-limits[kind]);
      const moment = Math.max(now, oldest === undefined ? now : oldest + MINUTE_MS);
      if (moment >= before) return undefined;
      booked[kind] = [...recent, moment];
      return moment - now;
    },
  };
}
