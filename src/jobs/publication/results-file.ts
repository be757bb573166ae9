import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import type { StandingTab } from '../../workbook/output/output-tab.ts';
import { type ParsedChain, parseChain } from '../../workbook/publication/chain-table.ts';
import type { CorrectionRow } from '../../workbook/publication/correction-rows.ts';
import { parseCorrections } from '../../workbook/publication/corrections-tab.ts';
import { findBinding, type ResultsBinding } from '../../workbook/publication/results-binding.ts';
import { sha256 } from '../fingerprint.ts';
import { type ReadWorkbook, readWorkbook } from '../read-workbook.ts';

/** A results file as it was read: its tabs, its chain, and whose results it says it holds. */
export interface ResultsFile {
  readonly workbook: ReadWorkbook;
  readonly parsed: ParsedChain;
  readonly corrections: ReadonlyMap<number, readonly CorrectionRow[]>;
  readonly binding?: ResultsBinding;
}

/** Where people open a results file: as its host says, or by its id alone. */
export function addressOfResults({ workbook }: Pick<ResultsFile, 'workbook'>, resultsId: string): string {
  return workbook.structure.address ?? resultsId;
}

/** By this a results file, and the note in a control workbook, name the control workbook without telling its id. */
export function bindingOf(controlId: string): string {
  return sha256(`par-index-results-of ${controlId}`);
}

/**
 * By this a results file remembers which draft was confirmed. The control workbook's id is in it, so that nobody can
 * try out by whom a file that they may read is read besides.
 */
export function draftMark(controlId: string, draft: string): string {
  return sha256(`par-index-draft ${controlId} ${draft}`);
}

function gridIn(standing: ReadonlyMap<string, StandingTab>, key: string) {
  return standing.get(key)?.grid ?? [];
}

export async function readResultsFile(spreadsheet: SpreadsheetPort): Promise<ResultsFile> {
  const workbook = await readWorkbook(spreadsheet);
  const { standing } = workbook;
  const found = findBinding(standing.get('how-to-check')?.sheet);
  return {
    workbook,
    parsed: parseChain(gridIn(standing, 'how-to-check')),
    corrections: parseCorrections(gridIn(standing, 'corrections')),
    ...(found === undefined ? {} : { binding: found.binding }),
  };
}
