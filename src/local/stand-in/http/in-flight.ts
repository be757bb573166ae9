import type { IncomingMessage } from 'node:http';
import { type GoogleError, unavailable } from '../contract/google-error.ts';

/** What one request keeps in memory: the bytes of its body and of its answer. */
export interface Held {
  /** Counts bytes in; gives Google's 503 back while others hold too many. */
  add(bytes: number): GoogleError | undefined;
  release(): void;
}

export interface HeldRequest {
  readonly request: IncomingMessage;
  readonly held: Held;
}

export interface InFlight {
  hold(): Held;
}

/** Bodies and answers of all clients together stay within the limit; one alone may go beyond it. */
export function memoryInFlight(limit: number): InFlight {
  let total = 0;
  const hold = (): Held => {
    let own = 0;
    return {
      add: (bytes) => {
        if (total > own && total + bytes > limit) return unavailable();
        own += bytes;
        total += bytes;
        return undefined;
      },
      release: () => {
        total -= own;
        own = 0;
      },
    };
  };
  return { hold };
}
