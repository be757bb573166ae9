import { type Element, XMLSerializer } from '@xmldom/xmldom';
import type { Change } from '../../src/domain/change.ts';
import type { Area, Chart } from '../../src/domain/layout.ts';
import type { Files } from '../../src/offline/files/workbook-format.ts';
import { blankWorkbook } from '../../src/offline/xlsx/blank-workbook.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';
import { childrenOf, parseXml, rootOf } from '../../src/offline/xlsx/xml.ts';

export const FORMAT = xlsxFormat('so.xlsx');
export const TAB = 'xl/worksheets/sheet1.xml';
export const AREA: Area = { top: 1, left: 1, height: 3, width: 1 };

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

let version = 0;

/** The parts of a file after one more commit. */
export function after(files: Files, ...changes: readonly Change[]): Files {
  version += 1;
  return FORMAT.apply(files, { version, runId: `run-${version}`, changes });
}

export function blank(): Files {
  return blankWorkbook('Tổng hợp');
}

export function text(files: Files, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

export function layOut(more: Partial<LayOut>): LayOut {
  return { kind: 'lay-out', sheetId: 1, columnWidths: [], frozenRows: 0, frozenColumns: 0, ...more };
}

export function write(rows: Extract<Change, { kind: 'write-cells' }>['rows'], row = 0): Change {
  return { kind: 'write-cells', sheetId: 1, row, column: 0, rows };
}

/** Somebody's program changes a part. */
export function withPart(files: Files, name: string, change: (xml: string) => string): Files {
  return new Map([...files, [name, new TextEncoder().encode(change(text(files, name)))]]);
}

export function rootOfPart(files: Files, name: string): Element {
  return rootOf(parseXml(files.get(name) ?? new Uint8Array()));
}

function descendants(element: Element, name: string): readonly Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** The elements of a name in a part as text, without what only says which standard they are of. */
export function elements(files: Files, name: string, part = TAB): readonly string[] {
  return descendants(rootOfPart(files, part), name).map((element) =>
    new XMLSerializer().serializeToString(element).replaceAll(/ xmlns(:\w+)?="[^"]*"/g, ''),
  );
}

export const CHART: Chart = {
  key: 'means',
  kind: 'bar',
  stacking: 'stacked',
  title: 'Trung bình <theo nhóm> & lĩnh vực',
  categories: { top: 0, left: 0, height: 4, width: 1 },
  series: [
    { values: { top: 0, left: 1, height: 4, width: 1 }, colour: '#1e3a5f' },
    { values: { top: 0, left: 2, height: 4, width: 1 }, colour: '#b45309' },
  ],
  valueAxis: '%',
  at: { row: 6, column: 0 },
  width: 480,
  height: 300,
};

export const TABLE: Change = write([
  [{ value: 'Nhóm', note: 'Tên nhóm' }, { value: 'A', link: { sheetId: 1, cell: 'C2' } }, { value: 'B' }],
  [{ value: 'Sở' }, { value: 84.31 }, { value: 1 }],
  [{ value: 'Huyện' }, { value: 85.2 }, { value: 2 }],
  [{ value: 'Xã' }, { value: 89.64 }, { value: 3 }],
]);
