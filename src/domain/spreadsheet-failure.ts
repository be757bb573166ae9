/** Which of Google's limits was reached: 60 reads and 60 writes a minute for one account. */
export type Quota = 'reads' | 'writes' | 'requests';

/** Cells that somebody protected, and that the system may not write. */
export interface ClosedCells {
  readonly tab: string;
  /** In A1; absent for the whole tab. */
  readonly range?: string;
  /** As whoever protected them named them. */
  readonly description?: string;
}

/** Why a spreadsheet could not be read or written: a closed list, each with a sentence that names the remedy. */
export type SpreadsheetFailure =
  /** No such spreadsheet, or not shared with the account that asks: Google answers both alike. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: 'not-shared' | 'missing-scope' | 'service-disabled' }
  /** Drive did not let the file be shared: the organisation forbids it, there is no such account, or we may not. */
  | {
      readonly kind: 'sharing-refused';
      readonly reason: 'organisation-policy' | 'no-such-account' | 'not-allowed';
    }
  | {
      readonly kind: 'protected-range';
      /** What is in the way; the tab alone, or nothing, where no more could be learnt. */
      readonly cells?: readonly ClosedCells[];
      /** Addresses of those who may lift it: the editors that the protection names, as far as Google tells them. */
      readonly editors?: readonly string[];
      /** Addresses of those who own the spreadsheet; a shared drive's has none. */
      readonly owners?: readonly string[];
    }
  | {
      readonly kind: 'rate-limited';
      readonly quota: Quota;
      /** The limit as Google states it, when it does. */
      readonly perMinute?: number;
      /** The time of day in the spreadsheet's time zone when a new try makes sense. */
      readonly retryAt?: string;
    }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'too-large'; readonly limit: 'cells' | 'columns' | 'cell-text' | 'request' }
  | { readonly kind: 'bad-request'; readonly detail: string }
  | { readonly kind: 'unauthenticated' }
  /** The tabs changed between reading and writing; nothing was written, a fresh read is needed. */
  | { readonly kind: 'conflict'; readonly detail: string }
  /** The answer to a write was lost and could not be learnt afterwards. */
  | { readonly kind: 'unknown-outcome' }
  /** The caller asked to stop; nothing was written. */
  | { readonly kind: 'cancelled' };

export type SpreadsheetFailureKind = SpreadsheetFailure['kind'];
