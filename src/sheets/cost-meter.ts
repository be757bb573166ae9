import type { Cost } from './spreadsheet-port.ts';

/** What a call counts as in Google's quotas. */
export type CallKind = 'read' | 'write';

/** Adds up what the calls of one run cost. Tries that failed count too: Google counts them. */
export interface CostMeter {
  sent(kind: CallKind, bytes: number): void;
  received(bytes: number): void;
  retried(): void;
  total(): Cost;
}

export function makeCostMeter(): CostMeter {
  let cost: Cost = { reads: 0, writes: 0, retries: 0, bytesReceived: 0, bytesSent: 0 };
  return {
    sent: (kind, bytes) => {
      const calls = kind === 'read' ? { reads: cost.reads + 1 } : { writes: cost.writes + 1 };
      cost = { ...cost, ...calls, bytesSent: cost.bytesSent + bytes };
    },
    received: (bytes) => {
      cost = { ...cost, bytesReceived: cost.bytesReceived + bytes };
    },
    retried: () => {
      cost = { ...cost, retries: cost.retries + 1 };
    },
    total: () => cost,
  };
}
