import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellStyle } from '../../src/domain/cell-style.ts';
import type { ContentCell } from '../../src/domain/content.ts';
import { cellFormat } from '../../src/sheets/cell-format.ts';
import { formatRectangles } from '../../src/sheets/format-rectangles.ts';

const STYLES: readonly (CellStyle | undefined)[] = [
  undefined,
  { bold: true },
  { italic: true },
  { fontSize: 12 },
];
const cell: fc.Arbitrary<ContentCell> = fc
  .constantFrom(...STYLES)
  .map((style) => (style === undefined ? { value: 1 } : { value: 1, style }));
const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 9 });

test('the rectangles cover every cell of a block once, with its look, and no other cell', () => {
  void fc.assert(
    fc.property(rows, (block) => {
      const painted = formatRectangles(block).flatMap(({ top, left, height, width, format }) =>
        Array.from({ length: height * width }, (_, i) => [
          `${top + Math.floor(i / width)} ${left + (i % width)}`,
          format,
        ]),
      );
      const wanted = block.flatMap((row, r) =>
        row.map(({ style }, c) => [`${r} ${c}`, style === undefined ? {} : cellFormat(style)]),
      );
      const inOrder = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).toSorted();
      expect(inOrder(painted)).toEqual(inOrder(wanted));
    }),
  );
});

test('a table takes no more rectangles when it gets more rows', () => {
  const table = (length: number): ContentCell[][] => [
    [
      { value: 'head', style: { bold: true } },
      { value: 'head', style: { bold: true } },
    ],
    ...Array.from({ length }, () => [{ value: 1 }, { value: 2, style: { italic: true } }]),
  ];
  expect([formatRectangles(table(5)).length, formatRectangles(table(5_000)).length]).toEqual([3, 3]);
});
