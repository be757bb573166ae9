import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts';
import type { CellData } from '../../model/wire.ts';
import type { Sheet } from '../../model/workbook.ts';
import { cellName, quotedTitle } from './area.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { usedCells } from './used-cells.ts';
import { xml } from './xml.ts';

/** No program takes more of them on one tab. */
const MOST_LINKS = 65_530;
const MOST_LETTERS = 2079;

/** The links of a tab, and the addresses outside the file that they lead to: the first has the id `link1`. */
export interface Links {
  readonly element: string;
  readonly addresses: readonly string[];
}

export function linksOf(exported: ExportedWorkbook, sheet: Sheet): Links {
  const items: string[] = [];
  const addresses: string[] = [];
  for (const { row, column, cell } of usedCells(sheet)) {
    const uri = addressIn(cell);
    if (uri === undefined || uri.length > MOST_LETTERS || items.length === MOST_LINKS) continue;
    const ref = cellName(row, column);
    const location = placeInside(exported, uri);
    if (location !== undefined) items.push(xml('hyperlink', { ref, location, display: location }));
    else if (!uri.startsWith('#'))
      items.push(xml('hyperlink', { ref, 'r:id': `link${addresses.push(encoded(uri))}` }));
  }
  return { element: items.length === 0 ? '' : xml('hyperlinks', {}, ...items), addresses };
}

/** An address with a blank in it would make the whole file one to be repaired. */
function encoded(uri: string): string {
  return uri.replace(/[\s"<>\\^`{|}]/g, (sign) => encodeURIComponent(sign));
}

/** A cell of an .xlsx has one link: that of the whole, or of the first letters that have one. */
function addressIn(cell: CellData): string | undefined {
  const runs = (cell as JsonObject)['textFormatRuns'];
  const looks = Array.isArray(runs) ? (runs as readonly JsonObject[]).map(({ format }) => format) : [];
  const all = [cell.userEnteredFormat?.['textFormat'], ...looks];
  return all.map(uriOf).find((uri) => uri !== undefined);
}

function uriOf(look: JsonValue | undefined): string | undefined {
  const link = isJsonObject(look) ? look['link'] : undefined;
  const uri = isJsonObject(link) ? link['uri'] : undefined;
  return typeof uri === 'string' && uri !== '' ? uri : undefined;
}

/** `#gid=7&range=B3` leads to a tab of the same spreadsheet. */
function placeInside({ titles }: ExportedWorkbook, uri: string): string | undefined {
  const [, sheetId, range = 'A1'] = /^#gid=(\d+)(?:&range=([A-Z]+\d+(?::[A-Z]+\d+)?))?$/.exec(uri) ?? [];
  const title = sheetId === undefined ? undefined : titles.get(Number(sheetId));
  return title === undefined ? undefined : `${quotedTitle(title)}!${range}`;
}
