import {
  type Component,
  type CriteriaSet,
  type CriterionCode,
  codesBelow,
  componentsOfSet,
} from '../domain/criteria-set.ts';
import { type Cell, isEmptyCell } from '../domain/grid.ts';
import type { Issue, IssueDetail } from '../domain/issue.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';

/** Numbers with points between them, as criteria are numbered; a year among them makes it a date. */
const LIKE_A_CODE = /^\d{1,3}(?:\.\d{1,3})+$/;

/** What the codes of a matrix are held against. */
export interface KnownCodes {
  readonly set: CriteriaSet;
  /** Codes of the Criteria tab, those of rows that could not be read included. */
  readonly stated: ReadonlySet<string>;
  /** The components that receive their marks in this matrix. */
  readonly marked: ReadonlySet<CriterionCode>;
}

/**
 * Columns with entries that would be lost without a word: below a header that looks like the code of a criterion which
 * the set does not have, or below the code of a component that receives its marks in another matrix.
 */
export function strayColumns(tab: InputTab, headerRow: number, known: KnownCodes): readonly Issue[] {
  const codes = new Set([...known.stated, ...known.set.fields.flatMap(codesBelow)]);
  const shapes = new Set([...codes].map(shapeOf));
  const elsewhere = new Map<string, Component>(
    componentsOfSet(known.set).flatMap((each) => (known.marked.has(each.code) ? [] : [[each.code, each]])),
  );
  return (tab.grid[headerRow] ?? []).flatMap((cell, column): readonly Issue[] => {
    const given = textOf(cell);
    const component = elsewhere.get(given);
    const detail: IssueDetail | undefined =
      component !== undefined
        ? { code: 'column-of-other-basis', given, basis: component.basis }
        : isUnknownCode(cell, given, codes, shapes)
          ? { code: 'column-without-criterion', given }
          : undefined;
    if (detail === undefined) return [];
    const isFilled = tab.grid.slice(headerRow + 1).some((row) => !isEmptyCell(row[column] ?? null));
    return isFilled ? [{ location: { tab: tab.title, cell: cellName(headerRow, column) }, ...detail }] : [];
  });
}

function isUnknownCode(
  cell: Cell,
  given: string,
  codes: ReadonlySet<string>,
  shapes: ReadonlySet<string>,
): boolean {
  if (codes.has(given)) return false;
  // A number such as 1.1 that was typed as the code 1.10 has an issue of its own.
  if (typeof cell === 'number' && [...codes].some((code) => Number(code) === cell)) return false;
  return LIKE_A_CODE.test(given) || (/\d/.test(given) && shapes.has(shapeOf(given)));
}

/** A code without its numbers: TC8 looks like TC1; a number of four figures is a year and no code. */
function shapeOf(code: string): string {
  return code.replace(/\d+/g, (figures) => (figures.length > 3 ? figures : '#'));
}

function textOf(cell: Cell): string {
  return typeof cell === 'number'
    ? String(cell)
    : typeof cell === 'string'
      ? cell.normalize('NFC').trim()
      : '';
}
