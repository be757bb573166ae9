/** Why Google did not do what was asked; each kind has a sentence with a remedy in the message catalogue. */
export type SpreadsheetErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'protected-range'
  | 'rate-limited'
  | 'unavailable'
  | 'too-large'
  | 'bad-request'
  | 'unauthenticated'
  | 'unknown-outcome';
