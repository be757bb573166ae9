import type { SpreadsheetFailure, SpreadsheetFailureKind } from '../domain/spreadsheet-failure.ts';

/** Why Google did not do what was asked; each kind has a sentence with a remedy in the message catalogue. */
export type SpreadsheetErrorKind = SpreadsheetFailureKind;

/**
 * The only thing that the port throws. It carries no request, header or answer of Google's: a client error
 * keeps all three, and with them the access token (measured with gaxios 7).
 */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly failure: SpreadsheetFailure;

  constructor(failure: SpreadsheetFailure) {
    super(failure.kind);
    this.failure = failure;
  }

  get kind(): SpreadsheetErrorKind {
    return this.failure.kind;
  }
}
