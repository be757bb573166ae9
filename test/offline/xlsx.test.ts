import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { blankWorkbook } from '../../src/offline/xlsx/blank-workbook.ts';
import { escapeText, unescapeText } from '../../src/offline/xlsx/escaped-text.ts';
import { noteParts, parseNotes } from '../../src/offline/xlsx/notes.ts';
import { excelTitle } from '../../src/offline/xlsx/sheet-title.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';

const FORMAT = xlsxFormat('so.xlsx');

function written(...changes: readonly Change[]) {
  return FORMAT.apply(blankWorkbook('Trang tính1'), { version: 1, runId: 'run', changes });
}

function cellsOf(files: ReturnType<typeof written>): Grid {
  const { structure, gridsOf } = FORMAT.open(files, 'so');
  return gridsOf(structure.sheets).get(1) ?? [];
}

function part(files: ReturnType<typeof written>, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

function write(rows: Grid): Change {
  const cells = rows.map((row) => row.map((value) => ({ value })));
  return { kind: 'write-cells', sheetId: 1, row: 0, column: 0, rows: cells };
}

test('text never becomes a formula: it is inline text, and stays text when somebody edits the cell', () => {
  const files = written(write([['=1+1', '+84', '-x', '@a', 'thường']]));
  const sheet = part(files, 'xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f');
  expect(sheet.match(/t="inlineStr"/g)).toHaveLength(5);
  expect([...sheet.matchAll(/<c r="([A-E]1)"( s="1")?/g)].map(([, cell, look]) => [cell, look])).toEqual([
    ['A1', ' s="1"'],
    ['B1', ' s="1"'],
    ['C1', ' s="1"'],
    ['D1', ' s="1"'],
    ['E1', undefined],
  ]);
  expect(part(files, 'xl/styles.xml')).toContain('quotePrefix="1"');
});

test('whatever text, figure or yes/no is written is read back', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('_', 'x', '0', 'D', '\r', '\n', '\u0007', '<', '&', 'ệ', '\ud800'),
      maxLength: 12,
    }),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const plain = rows.map((row) => {
        const cells = row.map((value): Cell => (value === '' ? null : value));
        return cells.slice(0, cells.findLastIndex((value) => value !== null) + 1);
      });
      const expected = plain.slice(0, plain.findLastIndex((row) => row.length > 0) + 1);
      expect(cellsOf(written(write(rows)))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('text that XML cannot hold, and text that looks like its escape, comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', '5', 'F', '\u0000', '\ufffe', 'a') }),
      (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      },
    ),
    { examples: [['_xFaa0\u0000'], ['_x0000_x0000_']] },
  );
});

test('a note of any length and any characters is read from its names, in pieces and formulas that Excel takes', () => {
  fc.assert(
    fc.property(
      fc.nat(2_147_483_647),
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.constantFrom(1, 20),
      (id, text, times) => {
        const value = text.repeat(times);
        const parts = noteParts(id, { key: 'par.output', value });
        expect(parseNotes(parts.toReversed())).toEqual([{ id, key: 'par.output', value }]);
        for (const { formula } of parts) {
          expect(formula.length).toBeLessThanOrEqual(8_192);
          for (const [, piece = ''] of formula.matchAll(/"((?:[^"]|"")*)"/g))
            expect(piece.replaceAll('""', '"').length).toBeLessThanOrEqual(255);
        }
      },
    ),
  );
});

test('a long note that is replaced by a short one, and the other way round, leaves nothing behind', () => {
  const values = ['ngắn', 'dài '.repeat(5_000), 'lại ngắn'];
  let files = blankWorkbook('Trang tính1');
  for (const [index, value] of values.entries()) {
    const note: Change = { kind: 'set-metadata', sheetId: 1, key: 'par.output', value };
    const change = index === 0 ? note : { ...note, replaces: 1 };
    files = FORMAT.apply(files, { version: index + 1, runId: 'run', changes: [change] });
    expect(FORMAT.open(files, 'so').structure.sheets[0]?.metadata).toEqual([
      { id: 1, key: 'par.output', value },
    ]);
  }
  expect(part(files, 'xl/workbook.xml').match(/_par\.note\.1[."]/g)).toHaveLength(1);
});

test.each([
  ['staff_range', '"x"'],
  ['_par.note.x', '"x"'],
  ['_par.note.1', '#REF!'],
  ['_par.note.1', '"[1]"'],
  ['_par.note.1', '"x'],
])('the name %s with %s is no note of ours', (name, formula) => {
  expect(parseNotes([{ name, formula }])).toEqual([]);
});

test('titles are cut to what Excel opens, and never equal another one', () => {
  const long = 'Xếp hạng – Huyện, thị xã, thành phố';
  const first = excelTitle(long, []);
  expect([
    first,
    excelTitle(long, [first]),
    excelTitle("'a/b[c]?'", []),
    excelTitle('SUMMARY', ['summary']),
  ]).toEqual([
    'Xếp hạng – Huyện, thị xã, thàn…',
    'Xếp hạng – Huyện, thị xã, t (2)',
    '’a-b-c--’',
    'SUMMARY (2)',
  ]);
});

test('looks are written once, however many cells and runs use them', () => {
  const style = {
    bold: true,
    foreground: '#1f2937',
    background: '#e5e7eb',
    borders: true,
    numberFormat: '0.000',
  };
  const styled: Change = {
    kind: 'write-cells',
    sheetId: 1,
    row: 0,
    column: 0,
    rows: [
      [
        { value: 1, style },
        { value: 2, style },
      ],
      [{ value: 3, style: { ...style, align: 'right' } }],
    ],
  };
  const once = written(styled);
  const twice = FORMAT.apply(once, { version: 2, runId: 'again', changes: [styled] });
  expect(part(twice, 'xl/styles.xml')).toBe(part(once, 'xl/styles.xml'));
  expect(part(once, 'xl/styles.xml').match(/<xf /g)).toHaveLength(4);
});

test('a formula of staff that is written over takes its helper lists with it, and no borrowed formula is left', () => {
  const files = new Map(blankWorkbook('Trang tính1'));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f>SUM(A1:A2)</f><v>6</v></c></row></sheetData></worksheet>`;
  files.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(sheet));
  const after = FORMAT.apply(files, { version: 1, runId: 'run', changes: [write([[7]])] });
  expect(part(after, 'xl/worksheets/sheet1.xml')).toContain(
    '<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="C2"><f>SUM(A1:A2)</f><v>6</v></c></row>',
  );
});

test('a workbook that counts dates from 1904 is refused with the setting to change', () => {
  const files = new Map(blankWorkbook('Trang tính1'));
  const workbook = part(files, 'xl/workbook.xml').replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
  files.set('xl/workbook.xml', new TextEncoder().encode(workbook));
  expect(() => FORMAT.open(files, 'so')).toThrow('so.xlsx counts dates from 1904');
});
