import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { describeIssue } from '../../src/domain/messages/describe-issue.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { parseCellName } from '../../src/workbook/a1.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { parseProofCases } from '../../src/workbook/parse-cases.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { parseHistory } from '../../src/workbook/parse-history.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { inputText } from '../engine/canonical-texts.ts';
import { texts } from './arbitraries.ts';
import { FULL, tabsOf } from './sound-workbook.ts';

/** Cells that have gone wrong in real sheets: wrong types, errors of formulas, look-alikes, numbers as text. */
const HOSTILE: readonly Cell[] = [
  null,
  '',
  ' ',
  '\u200B',
  0,
  -0,
  -1,
  1e308,
  -1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1 / 3,
  45_657,
  Number.MAX_SAFE_INTEGER + 1,
  true,
  false,
  '#REF!',
  '#N/A',
  '=1+1',
  '1.250',
  '1,5',
  '95%',
  '190/200',
  '1/0',
  '0/0',
  'А',
  'Ｂ',
  'A\u0301',
  '1.1',
  1.1,
  '1.10',
  'Mã đơn vị',
  'Unit code',
  'Không áp dụng',
  '≥ 90%: 2; còn lại: 0',
  '≥ 90: Tốt; còn lại: Yếu',
  '"',
  ':;:;',
  'constructor',
  '__proto__',
  'x'.repeat(5000),
  '\uD800',
];

const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: texts },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const place = fc.record({ tab: fc.nat(20), row: fc.nat(12), column: fc.nat(9) });

/** One thing that goes wrong in one tab. */
const mishaps = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('cell' as const), at: place, cell: cells }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('repeat-row', 'drop-row', 'drop-column', 'swap-rows'),
      at: place,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copy-cell' as const), at: place, from: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('empty-tab', 'drop-tab', 'decompose'), at: place }),
  },
);
type Mishap = { readonly kind: string; readonly at: Place; readonly cell?: Cell; readonly from?: Place };
type Place = { readonly tab: number; readonly row: number; readonly column: number };

function replaced(grid: Grid, row: number, column: number, cell: Cell): Grid {
  const height = Math.max(grid.length, row + 1);
  return Array.from({ length: height }, (_, index) => {
    const cellsOfRow = [...(grid[index] ?? [])];
    if (index === row) cellsOfRow[column] = cell;
    return Array.from(cellsOfRow, (value) => value ?? null);
  });
}

function damaged(grid: Grid, { kind, at, cell = null, from }: Mishap): Grid {
  const { row, column } = at;
  switch (kind) {
    case 'cell':
      return replaced(grid, row, column, cell);
    case 'copy-cell':
      return replaced(grid, row, column, grid[from?.row ?? 0]?.[from?.column ?? 0] ?? null);
    case 'repeat-row':
      return [...grid, ...grid.slice(row, row + 1)];
    case 'drop-row':
      return grid.filter((_, index) => index !== row);
    case 'drop-column':
      return grid.map((cellsOfRow) => cellsOfRow.filter((_, index) => index !== column));
    case 'swap-rows':
      return grid.map((cellsOfRow, index) => (index === row ? (grid[column] ?? []) : cellsOfRow));
    case 'empty-tab':
      return [];
    default:
      return grid.map((cellsOfRow) =>
        cellsOfRow.map((value) => (typeof value === 'string' ? value.normalize('NFD') : value)),
      );
  }
}

const BASE = tabsOf(FULL);

function workbookAfter(all: readonly Mishap[]): readonly InputTab[] {
  let tabs: readonly InputTab[] = BASE;
  for (const mishap of all) {
    const struck = mishap.at.tab % BASE.length;
    tabs = tabs.flatMap((tab, index) => {
      if (index !== struck) return [tab];
      return mishap.kind === 'drop-tab' ? [] : [{ ...tab, grid: damaged(tab.grid, mishap) }];
    });
  }
  return tabs;
}

/** What is wrong with an issue: it must name a tab and, if any, a cell of it, and be said in both languages. */
function faultOf(issue: Issue, tabs: readonly InputTab[]): string | undefined {
  const { tab, cell } = issue.location;
  const rows = tabs.find((each) => each.title === tab)?.grid.length ?? 0;
  const row = cell === undefined ? 0 : parseCellName(cell)?.row;
  if (tab === '' || row === undefined || row >= Math.max(rows, 1)) return `nowhere: ${tab}!${cell}`;
  const said = (['vi', 'en'] as const).map((language) => describeIssue(issue, language));
  const text = said.map(({ problem, remedy }) => `${problem} ${remedy}`).join(' ');
  return /undefined|\[object/.test(text) ? text : undefined;
}

function faults(issues: readonly Issue[], tabs: readonly InputTab[]): readonly string[] {
  return issues.flatMap((issue) => faultOf(issue, tabs) ?? []);
}

/** Eight times 1,250 broken workbooks: each part ends well within the time of one test, on a slow machine too. */
for (const part of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test.prop([fc.array(mishaps, { maxLength: 6 })], { numRuns: 1250 })(
    `a broken workbook gives located issues, never a crash; a sound one scores and is read back (part ${part})`,
    (all) => {
      const tabs = workbookAfter(all);
      const outcome = parseControlWorkbook(tabs);
      expect(faults(outcome.issues, tabs)).toEqual([]);
      if (!outcome.ok) return;
      const input = outcome.value;
      const further = [...parseHistory(tabs, input).issues, ...parseProofCases(tabs, input).issues];
      expect(faults(further, tabs)).toEqual([]);
      expect(scorePeriod(input).groups.length).toBe(input.groups.length);
      const rendered = renderControlWorkbook(input, 'en').map(({ key, title, content }) => ({
        key,
        title,
        grid: content.rows.map((row) => row.map((each) => each.value)),
      }));
      const again = parseControlWorkbook(rendered);
      expect(again.ok && inputText(again.value)).toBe(inputText(input));
    },
  );
}

const wildGrids = fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 8 });

test.prop([fc.array(wildGrids, { minLength: BASE.length, maxLength: BASE.length })], { numRuns: 500 })(
  'tabs that hold anything at all give located issues, never a crash',
  (grids) => {
    const tabs = BASE.map((tab, index) => ({ ...tab, grid: grids[index] ?? [] }));
    const outcome = parseControlWorkbook(tabs);
    expect(outcome.ok).toBe(false);
    expect(faults(outcome.issues, tabs)).toEqual([]);
  },
);
