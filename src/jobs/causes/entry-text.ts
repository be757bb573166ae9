import type { Cell } from '../../domain/grid.ts';
import type { Language } from '../../domain/language.ts';

/** A cell as it is shown in the workbook's language: 0,5 for the number 0.5; empty for an empty one. */
export function entryText(cell: Cell | undefined, language: Language): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' && language === 'vi' ? String(cell).replace('.', ',') : String(cell);
}
