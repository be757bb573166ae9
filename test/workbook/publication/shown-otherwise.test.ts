import { expect, test } from 'vitest';
import type { DescribedCell, DescribedTab } from '../../../src/domain/file-description.ts';
import { tabsShownOtherwise } from '../../../src/workbook/publication/shown-otherwise.ts';

const described = (value: DescribedCell['value'], numberFormat?: string): DescribedTab => ({
  sheetId: 1,
  title: 'Tổng hợp',
  hidden: false,
  cells: [
    {
      row: 0,
      column: 0,
      value,
      links: [],
      hasValidation: false,
      ...(numberFormat === undefined ? {} : { numberFormat }),
    },
  ],
  hiddenRows: [],
  hiddenColumns: [],
  metadata: [{ id: 1, key: 'par.tab', value: 'summary' }],
  lineMetadata: [],
  charts: [],
  protectedRanges: [],
  filterViews: [],
  ruleFormulas: [],
  objects: [],
});

function patternsOf(tab: DescribedTab, numberFormat?: string) {
  const style = numberFormat === undefined ? {} : { numberFormat };
  const content = { rows: [[{ value: 1.5, style }]], columnWidths: [], frozenRows: 0, frozenColumns: 0 };
  return tabsShownOtherwise({ tabs: [tab] }, [{ key: 'summary', title: 'Tổng hợp', content }]).flatMap(
    ({ cells }) => cells.map(({ cell, published, planned }) => `${cell}: ${published} ≠ ${planned}`),
  );
}

test('a figure under its own pattern is shown as planned, however its signs are quoted', () => {
  expect(patternsOf(described(1.5, '0.00'), '0.00')).toEqual([]);
  expect(patternsOf(described(1.5, '+0.0;\\−0.0;0.0'), '+0.0;"−"0.0;0.0')).toEqual([]);
  expect(patternsOf(described(1.5, 'dd/MM/yyyy hh:mm'), 'dd/mm/yyyy hh:mm')).toEqual([]);
  expect(patternsOf(described(1.5))).toEqual([]);
});

test('another pattern, a pattern where there was none, and one that was taken away are told', () => {
  expect(patternsOf(described(1.5, '"9"0.00'), '0.00')).toEqual(['A1: "9"0.00 ≠ 0.00']);
  expect(patternsOf(described('Sở Nội vụ', '0;0;0;"Sở Y tế"'))).toEqual(['A1: 0;0;0;"Sở Y tế" ≠ ']);
  expect(patternsOf(described(1.5), '0.00')).toEqual(['A1:  ≠ 0.00']);
});

test('a cell that shows nothing is not judged by its pattern', () => {
  expect(patternsOf(described(null, '"9"0.00'), '0.00')).toEqual([]);
});
