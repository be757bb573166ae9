import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { FileSpreadsheet } from '../../src/offline/files/file-spreadsheet.ts';
import { singleFile } from '../../src/offline/files/single-file.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';
import { pack, unpack } from '../../src/offline/xlsx/zip.ts';
import { cellName } from '../../src/workbook/a1.ts';
import type { PortHarness } from '../contract/spreadsheet-port.contract.ts';
import type { TabInput } from '../fakes/memory-document.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cellXml(cell: Cell, row: number, column: number): string {
  const r = cellName(row, column);
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${r}" t="b"><v>${Number(cell)}</v></c>`;
  return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function sheetXml(grid: Grid): string {
  const rows = grid.map((cells, row) => {
    const filled = cells.map((cell, column) => cellXml(cell, row, column)).join('');
    return filled === '' ? '' : `<row r="${row + 1}" spans="1:${cells.length}">${filled}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** An .xlsx as other programs write it, made of text alone: none of our writing code is in it. */
function plainXlsx(tabs: readonly TabInput[]): Uint8Array {
  const sheets = tabs
    .map(
      ({ title, sheetId }, i) => `<sheet name="${escaped(title)}" sheetId="${sheetId}" r:id="rId${i + 1}"/>`,
    )
    .join('');
  const relations = tabs
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('');
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  return pack(
    new Map([
      ...Object.entries(parts).map(([name, text]) => [name, encode(text)] as const),
      ...tabs.map(
        ({ cells = [] }, i) => [`xl/worksheets/sheet${i + 1}.xml`, encode(sheetXml(cells))] as const,
      ),
    ]),
  );
}

/** Staff who open the file in a spreadsheet program and save it, text by text. */
async function edit(path: string, change: (parts: Map<string, string>) => void): Promise<void> {
  const parts = new Map(
    [...unpack(await readFile(path), path)].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
  change(parts);
  const encode = (text: string) => new TextEncoder().encode(text);
  await writeFile(path, pack(new Map([...parts].map(([name, text]) => [name, encode(text)]))));
}

export async function makeXlsxHarness(tabs: readonly TabInput[]): Promise<PortHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'par-xlsx-'));
  const path = join(folder, 'Sổ kiểm thử.xlsx');
  await writeFile(path, plainXlsx(tabs));
  const partOf = (title: string) => {
    const place = tabs.findIndex((tab) => tab.title === title);
    return `xl/worksheets/sheet${place + 1}.xml`;
  };
  const onSheet = (title: string, change: (xml: string) => string) =>
    edit(path, (parts) => parts.set(partOf(title), change(parts.get(partOf(title)) ?? '')));
  return {
    open: () => new FileSpreadsheet(xlsxFormat(path), singleFile(path, path)),
    close: () => rm(folder, { recursive: true }),
    staff: {
      type: (title, row, column, value) =>
        onSheet(title, (xml) =>
          xml.replace('</sheetData>', `<row r="${row + 1}">${cellXml(value, row, column)}</row></sheetData>`),
        ),
      renameTab: (title, to) =>
        edit(path, (parts) =>
          parts.set(
            'xl/workbook.xml',
            (parts.get('xl/workbook.xml') ?? '').replace(`name="${escaped(title)}"`, `name="${escaped(to)}"`),
          ),
        ),
      deleteTab: (title) =>
        edit(path, (parts) => {
          const workbook = parts.get('xl/workbook.xml') ?? '';
          const sheet = workbook.match(/<sheet [^>]*>/g)?.find((each) => each.includes(escaped(title)));
          parts.set('xl/workbook.xml', workbook.replace(sheet ?? '', ''));
        }),
      insertRow: (title, before) =>
        onSheet(title, (xml) =>
          xml.replace(/ r="([A-Z]*)(\d+)"/g, (_, letters: string, digits: string) => {
            const row = Number(digits) > before ? Number(digits) + 1 : Number(digits);
            return ` r="${letters}${row}"`;
          }),
        ),
    },
  };
}
