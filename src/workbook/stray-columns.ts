import type { CriteriaSet, CriterionNode } from '../domain/criteria-set.ts';
import { type Cell, isEmptyCell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';

/** Numbers with points between them, as criteria are numbered; a year among them makes it a date. */
const LIKE_A_CODE = /^\d{1,3}(?:\.\d{1,3})+$/;

/** Columns with entries below a header that looks like the code of a criterion which the set does not have. */
export function strayColumns(tab: InputTab, headerRow: number, set: CriteriaSet): readonly Issue[] {
  const known = new Set(set.fields.flatMap(codesBelow));
  return (tab.grid[headerRow] ?? []).flatMap((cell, column): readonly Issue[] => {
    const given = codeIn(cell);
    if (given === undefined || known.has(given)) return [];
    // A number such as 1.1 that was typed as the code 1.10 has an issue of its own.
    if (typeof cell === 'number' && [...known].some((code) => Number(code) === cell)) return [];
    const isFilled = tab.grid.slice(headerRow + 1).some((row) => !isEmptyCell(row[column] ?? null));
    const location = { tab: tab.title, cell: cellName(headerRow, column) };
    return isFilled ? [{ location, code: 'column-without-criterion', given }] : [];
  });
}

function codeIn(cell: Cell): string | undefined {
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';
  return LIKE_A_CODE.test(text) ? text : undefined;
}

function codesBelow(node: CriterionNode): readonly string[] {
  return node.kind === 'component' ? [node.code] : [node.code, ...node.children.flatMap(codesBelow)];
}
