import { type Cell, type Grid, isEmptyCell } from '../domain/grid.ts';
import { SCOPED_SETTING_MESSAGES } from '../domain/messages/setting-messages.ts';
import { foldLabel, isLabel } from './label.ts';

/** Rows above a table that may say what it is. */
const ROWS_ABOVE = 20;

/** The version that a cell states, in itself or in the next filled cell of its row; undefined for any other cell. */
function versionAt(row: readonly Cell[], column: number): string | undefined {
  const cell = row[column] ?? null;
  if (typeof cell !== 'string') return undefined;
  const [label = '', ...rest] = cell.split(':');
  if (!isLabel(foldLabel(label), SCOPED_SETTING_MESSAGES.setVersion.name)) return undefined;
  const beside = row.slice(column + 1).find((each) => !isEmptyCell(each));
  const version = rest.join(':').trim() || String(beside ?? '').trim();
  return version === '' ? undefined : version.normalize('NFC');
}

/**
 * The version that a table of criteria states above its headings, when it stands alone in a file: “Phiên bản bộ tiêu chí”
 * or “Set version” with the version in the next cell, or in the same one after a colon.
 */
export function statedVersion(grid: Grid): string | undefined {
  const versions = grid.slice(0, ROWS_ABOVE).flatMap((row) => row.map((_, column) => versionAt(row, column)));
  return versions.find((version) => version !== undefined);
}
