import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Files } from '../../src/offline/files/workbook-format.ts';
import { blankWorkbook } from '../../src/offline/xlsx/blank-workbook.ts';
import { shiftFormula, translateFormula } from '../../src/offline/xlsx/shift-references.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';

const FORMAT = xlsxFormat('so.xlsx');
const SHEET = 'xl/worksheets/sheet1.xml';
const rows = { title: 'Xếp hạng', dimension: 'rows', at: 4, count: 2 } as const;
const columns = { ...rows, dimension: 'columns', at: 1, count: 1 } as const;

test.each([
  ['SUM(A1:A4)', 'SUM(A1:A4)'],
  ['SUM(A1:A5)+B6', 'SUM(A1:A7)+B8'],
  ['$A$5&"A5, ""A5"""', '$A$7&"A5, ""A5"""'],
  ["'Xếp hạng'!B5-'Của phòng'!B5", "'Xếp hạng'!B7-'Của phòng'!B5"],
  ['Khác!A9+A9', 'Khác!A9+A11'],
  ['LOG10(A5)+ABC5X+TAB5(1)', 'LOG10(A7)+ABC5X+TAB5(1)'],
  ['SUM(5:6,A:C)', 'SUM(7:8,A:C)'],
])('after rows were put in, %s is %s', (formula, expected) => {
  expect(shiftFormula(formula, 'Xếp hạng', rows)).toBe(expected);
});

test('formulas of other tabs follow only what they name; columns are counted in letters', () => {
  expect(shiftFormula('A9+B$2', 'Của phòng', columns)).toBe('A9+B$2');
  expect(shiftFormula("'Xếp hạng'!$Z$2+'XẾP HẠNG'!A:B", 'Của phòng', columns)).toBe(
    "'Xếp hạng'!$AA$2+'XẾP HẠNG'!A:C",
  );
});

test('a formula that was lent to a cell further down means the cells further down', () => {
  expect(translateFormula('A1*$B$1+C$2', 3, 1)).toBe('B4*$B$1+D$2');
});

/** A tab as a spreadsheet program leaves it: shared formulas, merged cells, rules, widths. */
const XML = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="9"/><col min="2" max="3" width="20"/></cols><sheetData>
<row r="1" spans="1:2"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>
<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>
<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>
</sheetData><autoFilter ref="A1:B3"/><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells><conditionalFormatting sqref="A1:A3 B2"><cfRule type="expression" priority="1"><formula>$A2&gt;1</formula></cfRule></conditionalFormatting></worksheet>`;

function filesWith(xml: string): Files {
  const files = new Map(blankWorkbook('Xếp hạng'));
  return files.set(SHEET, new TextEncoder().encode(xml));
}

function after(...changes: readonly Change[]): string {
  const files = FORMAT.apply(filesWith(XML), { version: 1, runId: 'run', changes });
  return new TextDecoder().decode(files.get(SHEET));
}

const insert = (dimension: 'rows' | 'columns', at: number): Change => ({
  kind: 'insert-lines',
  sheetId: 1,
  dimension,
  at,
  count: 1,
});

test('what stands below moves down with its formulas, merged cells, rules and filter', () => {
  const xml = after(insert('rows', 1));
  expect([...xml.matchAll(/<c r="(\w+)"/g)].map(([, cell]) => cell)).toEqual([
    'A1',
    'B1',
    'A3',
    'B3',
    'A4',
    'B4',
  ]);
  expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
    'A1*2',
    'A3*2',
    'A4*2',
  ]);
  for (const moved of [
    'mergeCell ref="A4:B4"',
    'sqref="A1:A4 B3"',
    '<formula>$A3&gt;1',
    'Filter ref="A1:B4"',
  ])
    expect(xml).toContain(moved);
});

test('a column put in moves cells, formulas and widths to the right', () => {
  const xml = after(insert('columns', 1));
  expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
    'A1*2',
    'A2*2',
    'A3*2',
  ]);
  for (const moved of ['<c r="C1">', 'min="1" max="1" width="9"', 'min="3" max="4" width="20"'])
    expect(xml).toContain(moved);
});

test('rows put in below everything change no part of the file', () => {
  const files = FORMAT.apply(filesWith(XML), { version: 1, runId: 'run', changes: [insert('rows', 3)] });
  expect(new TextDecoder().decode(files.get(SHEET))).toBe(XML);
});

test('widths are set for the columns that are ours; those between keep theirs', () => {
  const xml = after({ kind: 'lay-out', sheetId: 1, columnWidths: [75, null, 145] });
  expect([...xml.matchAll(/<col [^>]*>/g)].map(([col]) => col)).toEqual([
    '<col min="1" max="1" width="10.00" customWidth="1"/>',
    '<col min="2" max="2" width="20"/>',
    '<col min="3" max="3" width="20.00" customWidth="1"/>',
  ]);
  expect(xml).not.toContain('<pane');
});
