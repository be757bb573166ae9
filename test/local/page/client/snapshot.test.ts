import type { LocaleType } from '@univerjs/core';
import { expect, test } from 'vitest';
import { toSnapshot } from '../../../../src/local/page/client/univer/snapshot.ts';
import { aPage, aTab } from '../page-states.ts';

const FRAME = { unitId: 'one.1', locale: 'viVN' as LocaleType, width: 1200 };

test('a workbook is handed to the grid whole: values with their kinds, looks, sizes, merges, frozen edges, hidden tabs', () => {
  const workbook = aPage({
    looks: {
      a: {
        bold: true,
        align: 'right',
        background: '#ffffff',
        borders: { top: { style: 'thin', color: '#000000' } },
      },
    },
    tabs: [
      aTab({
        rowCount: 4,
        columnCount: 3,
        frozenRows: 1,
        frozenColumns: 1,
        color: '#cc3333',
        rowHeights: { 1: 0, 2: 40 },
        columnWidths: { 0: 150, 2: 0 },
        merges: [{ top: 0, bottom: 1, left: 0, right: 2 }],
        rows: [
          [{ value: 'Mã', look: 'a' }, null],
          [
            { value: 0.5, shown: '0,50' },
            { value: true, shown: 'TRUE' },
          ],
          [{ value: 3, formula: '=1+2' }, { formula: '=X()', shown: '#NAME?' }, { look: 'a' }],
        ],
      }),
      aTab({ id: 2, title: 'Ẩn', hidden: true, gridlines: false, rowCount: 1, columnCount: 1 }),
    ],
  });
  const snapshot = toSnapshot(workbook, FRAME);
  expect({ ...snapshot, sheets: {} }).toEqual({
    id: 'one.1',
    name: 'Sổ',
    appVersion: '',
    locale: 'viVN',
    styles: {
      a: {
        pd: { t: 3, r: 3, b: 3, l: 3 },
        bl: 1,
        bg: { rgb: '#ffffff' },
        ht: 3,
        bd: { t: { s: 1, cl: { rgb: '#000000' } } },
      },
    },
    defaultStyle: { ff: 'Arial', fs: 10, vt: 3, tb: 1 },
    sheetOrder: ['1', '2'],
    sheets: {},
  });
  expect(snapshot.sheets['1']).toEqual({
    id: '1',
    name: 'Trang',
    tabColor: '#cc3333',
    hidden: 0,
    freeze: { ySplit: 1, xSplit: 1, startRow: 1, startColumn: 1 },
    rowCount: 4,
    columnCount: 3,
    defaultRowHeight: 21,
    defaultColumnWidth: 100,
    mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 1 }],
    cellData: {
      0: { 0: { v: 'Mã', t: 1, s: 'a', custom: { page: { value: 'Mã', look: 'a' } } } },
      1: {
        0: { v: 0.5, t: 2, custom: { page: { value: 0.5, shown: '0,50' } } },
        1: { v: 1, t: 3, custom: { page: { value: true, shown: 'TRUE' } } },
      },
      2: {
        0: { v: 3, t: 2, custom: { page: { value: 3, formula: '=1+2' } } },
        1: { v: '#NAME?', t: 1, custom: { page: { formula: '=X()', shown: '#NAME?' } } },
        2: { s: 'a', custom: { page: { look: 'a' } } },
      },
    },
    rowData: { 0: { ia: 1 }, 1: { hd: 1 }, 2: { h: 40, ia: 0 } },
    columnData: { 0: { w: 150 }, 2: { hd: 1 } },
    showGridlines: 1,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
  });
  expect(snapshot.sheets['2']).toMatchObject({
    hidden: 1,
    showGridlines: 0,
    freeze: { ySplit: 0, xSplit: 0, startRow: -1, startColumn: -1 },
  });
});

test('no formula reaches the grid, which would work out a value of its own', () => {
  const workbook = aPage({ tabs: [aTab({ rows: [[{ value: 3, formula: '=1+2' }]] })] });
  expect(toSnapshot(workbook, FRAME).sheets['1']?.cellData?.[0]?.[0]).not.toHaveProperty('f');
});

test('on a narrow window columns that would fill it are not frozen', () => {
  const workbook = aPage({ tabs: [aTab({ frozenRows: 2, frozenColumns: 2 })] });
  const freezeAt = (width: number) => toSnapshot(workbook, { ...FRAME, width }).sheets['1']?.freeze;
  expect([freezeAt(390), freezeAt(500)]).toEqual([
    { ySplit: 2, xSplit: 0, startRow: 2, startColumn: -1 },
    { ySplit: 2, xSplit: 2, startRow: 2, startColumn: 2 },
  ]);
});
