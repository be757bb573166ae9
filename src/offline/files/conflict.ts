import { SpreadsheetError } from '../../sheets/spreadsheet-error.ts';

/** The tabs are not what a step of a commit, or a read, took them to be. */
export function conflict(detail: string): SpreadsheetError {
  return new SpreadsheetError({ kind: 'conflict', detail });
}
