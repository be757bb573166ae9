import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Grid } from '../../../../src/domain/grid.ts';
import { xlsxFormat } from '../../../../src/offline/xlsx/xlsx-format.ts';
import { unpack } from '../../../../src/offline/xlsx/zip.ts';
import type { Running } from '../running-stand-in.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const FIRST_TAB = 'xl/worksheets/sheet1.xml';

/** The bytes of an export, or the status and reason of its refusal. */
export async function exported(running: Running, id: string): Promise<Uint8Array> {
  const url = new URL(`/drive/v3/files/${id}/export?mimeType=${XLSX}`, running.standIn.rootUrl);
  const response = await fetch(url, { headers: { authorization: 'Bearer token-an' } });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  if (response.headers.get('content-type') !== XLSX)
    throw new Error('the answer says that it is something else');
  return new Uint8Array(await response.arrayBuffer());
}

/** A file as the reader of workbooks on disk sees it: the code that wrote it has no part in this. */
export interface ReadFile {
  readonly structure: readonly { readonly title: string; readonly hidden: boolean }[];
  readonly names: readonly string[];
  grid(index: number): Grid;
  /** The elements of that name in a part, each as its attributes and the text in it. */
  elements(
    path: string,
    name: string,
  ): readonly (readonly [attributes: Record<string, string>, text: string])[];
  /** The names of what stands right under the root of a part. */
  children(path: string): readonly string[];
  readonly paths: readonly string[];
}

export function readXlsx(bytes: Uint8Array): ReadFile {
  const files = unpack(bytes, 'export.xlsx');
  const workbook = xlsxFormat('export.xlsx').open(files, 'export');
  const { sheets, namedRanges } = workbook.structure;
  const rootOf = (path: string): Element => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(files.get(path));
    const problem = (level: string, message: string): never => {
      throw new Error(`${path}: ${level}: ${message}`);
    };
    const root = new DOMParser({ onError: problem }).parseFromString(text, 'text/xml').documentElement;
    if (root === null) throw new Error(`${path} is empty`);
    return root;
  };
  return {
    structure: sheets.map(({ title, hidden }) => ({ title, hidden })),
    names: namedRanges.map(({ name }) => name),
    grid: (index) => {
      const sheet = sheets[index];
      if (sheet === undefined) throw new Error(`no tab ${index}`);
      return workbook.gridsOf([sheet]).get(sheet.sheetId) ?? [];
    },
    elements: (path, name) =>
      [...rootOf(path).getElementsByTagName(name)].map((element) => [
        Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
        element.textContent ?? '',
      ]),
    children: (path) => [...rootOf(path).childNodes].map(({ nodeName }) => nodeName),
    paths: [...files.keys()],
  };
}

export const attributesOf = (file: ReadFile, name: string, path = FIRST_TAB) =>
  file.elements(path, name).map(([attributes]) => attributes);
export const formulasOf = (file: ReadFile, path = FIRST_TAB) =>
  file.elements(path, 'f').map(([, text]) => text);
