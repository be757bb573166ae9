import type { Change } from '../../domain/change.ts';
import type { SealedLink } from '../../domain/release.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import { cell, STATUS_ROW } from '../output/content-rows.ts';
import type { OutputTab, StandingTab } from '../output/output-tab.ts';
import { STYLES } from '../output/styles.ts';
import { BINDING_KEY, findBinding, type ResultsBinding } from './results-binding.ts';

/** The row that the withdrawal adds below whatever a tab that tells of publications ends with. */
function addedRow({ content }: OutputTab, { sheet, grid }: StandingTab): readonly Change[] {
  const { sheetId } = sheet;
  const columns = content.rows[0]?.length ?? 0;
  return [
    { kind: 'grow-sheet', sheetId, rowCount: grid.length + 1, columnCount: columns },
    { kind: 'write-cells', sheetId, row: grid.length, column: 0, rows: content.rows.slice(-1) },
  ];
}

function rebind(sheet: Sheet | undefined, binding: ResultsBinding): readonly Change[] {
  if (sheet === undefined) return [];
  const found = findBinding(sheet);
  const replaces = found === undefined ? {} : { replaces: found.id };
  const value = JSON.stringify(binding);
  return [{ kind: 'set-metadata', sheetId: sheet.sheetId, key: BINDING_KEY, value, ...replaces }];
}

/**
 * The steps that say in a results file that it was withdrawn: a line over each tab and a line in both logs. The
 * figures stay as they are: whoever may still open the file sees what was withdrawn.
 */
export function planWithdrawal(
  logs: readonly OutputTab[],
  standing: ReadonlyMap<string, StandingTab>,
  binding: ResultsBinding,
): readonly Change[] {
  const status = logs[0]?.content.rows[STATUS_ROW]?.[0]?.value ?? null;
  const banners = [...standing.values()].map(
    ({ sheet }): Change => ({
      kind: 'write-cells',
      sheetId: sheet.sheetId,
      row: STATUS_ROW,
      column: 0,
      rows: [[cell(status, STYLES.stale)]],
    }),
  );
  const added = logs.flatMap((tab) => {
    const stands = standing.get(tab.key);
    return stands === undefined ? [] : addedRow(tab, stands);
  });
  return [...banners, ...added, ...rebind(standing.get('how-to-check')?.sheet, binding)];
}

/** True when the chain ends with a withdrawal. */
export function isWithdrawn(chain: readonly SealedLink[]): boolean {
  return chain.at(-1)?.link.kind === 'withdrawal';
}
