import type { Look } from './look.ts';
import type { PageTab, PageWorkbook } from './page-workbook.ts';

/** How a cell looks, also one with nothing in it; undefined for one that nobody formatted. */
export function lookAt(
  { looks }: Pick<PageWorkbook, 'looks'>,
  tab: PageTab | undefined,
  { row, column }: { readonly row: number; readonly column: number },
): Look | undefined {
  const name = tab?.rows[row]?.[column]?.look;
  return name === undefined ? undefined : looks[name];
}
