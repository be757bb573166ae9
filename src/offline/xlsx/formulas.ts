import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf } from './xml.ts';

/**
 * Cells that borrow a formula from one that was written over keep the value they show: a file with a borrowed
 * formula and no lender is reported as damaged by spreadsheet programs.
 */
export function dropSharedFormulas(data: Element, lost: ReadonlySet<string>): void {
  if (lost.size === 0) return;
  for (const row of childrenOf(data, 'row')) {
    for (const cell of childrenOf(row, 'c')) {
      const formula = childOf(cell, 'f');
      const shared = formula?.getAttribute('si') ?? null;
      if (formula !== undefined && shared !== null && lost.has(shared)) cell.removeChild(formula);
    }
  }
}
