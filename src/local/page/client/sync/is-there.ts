import type { CellEdit } from '../../model/cell-edit.ts';
import type { PageCell } from '../../model/page-workbook.ts';

/** Whether just this stands in the cell: not what it might mean, but the same entry. */
export function isThere(given: CellEdit['values'][number][number], cell: PageCell | null): boolean {
  const { formula, value } = cell ?? {};
  if (formula !== undefined) return given === formula;
  if (value === undefined) return given === '';
  return typeof value === 'string' ? given === `'${value}` : given === value;
}
