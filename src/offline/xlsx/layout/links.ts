import type { Element } from '@xmldom/xmldom';
import type { Change } from '../../../domain/change.ts';
import { cellName } from '../../../workbook/a1.ts';
import { addElement, childOf, childrenOf, ensureChild } from '../xml.ts';
import { inTab } from './area-name.ts';
import type { OpenTab } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;

/** Links by the single cell that they stand on. */
function standingLinks(root: Element): ReadonlyMap<string, Element> {
  const list = childOf(root, 'hyperlinks');
  const links = list === undefined ? [] : childrenOf(list, 'hyperlink');
  return new Map(links.map((link) => [link.getAttribute('ref') ?? '', link]));
}

/** Where the cells of a block lead within the workbook; a cell that leads nowhere any more loses its link. */
export function writeLinks({ root, workbook }: OpenTab, { row, column, rows }: WriteCells): void {
  const standing = standingLinks(root);
  const written = rows.flatMap((cells, index) =>
    cells.map(({ link }, offset) => ({ name: cellName(row + index, column + offset), link })),
  );
  for (const { name, link } of written) {
    const old = standing.get(name);
    old?.parentNode?.removeChild(old);
    if (link === undefined) continue;
    const title = workbook.titleOf(link.sheetId);
    if (title === undefined) continue;
    const location = inTab(title, link.cell ?? 'A1');
    addElement(ensureChild(root, 'hyperlinks', SHEET_ORDER), 'hyperlink', { ref: name, location });
  }
  const list = childOf(root, 'hyperlinks');
  if (list !== undefined && childrenOf(list).length === 0) root.removeChild(list);
}
