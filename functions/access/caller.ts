import { createHash } from 'node:crypto';

/** Who calls, once it is known: a person, or the queue that carries out what a person asked for. */
export type Caller =
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'service'; readonly email: string };

/** Somebody in a log line: told apart from others, not named. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
