import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts';
import type { CellData, ExtendedValue } from '../../model/wire.ts';
import { errorText } from '../../values/cell-value.ts';
import { cellName } from './area.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { knownError } from './formula-text.ts';
import { fontParts } from './look-xml.ts';
import { xml, xmlText } from './xml.ts';

/** Google's cells hold 50,000. */
const MOST_LETTERS = 32_767;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** One cell with its value, its formula and the number of its look. */
export function cellXml(
  { styles, formulas, theme }: ExportedWorkbook,
  { row, column }: Place,
  cell: CellData,
  band: JsonObject,
): string {
  const format = cell.userEnteredFormat ?? {};
  const look = styles.cell(Object.keys(band).length === 0 ? format : { ...band, ...format });
  const at = { r: cellName(row, column), s: look === 0 ? undefined : look };
  const formula = cell.userEnteredValue?.formulaValue;
  const value = formula === undefined ? cell.userEnteredValue : cell.effectiveValue;
  if (formula === undefined) {
    const runs = (cell as JsonObject)['textFormatRuns'];
    const rich = value?.stringValue === undefined ? undefined : richText(value.stringValue, runs, theme);
    return rich === undefined ? valueXml(at, value) : xml('c', { ...at, t: 'inlineStr' }, rich);
  }
  const written = formulas.ofCell(formula, value);
  if (written === undefined) return valueXml(at, value);
  const { type, text } = computed(value);
  const shown = text === undefined ? '' : xml('v', {}, xmlText(text));
  return xml('c', { ...at, t: type }, xml('f', {}, xmlText(written)), shown);
}

type At = { readonly r: string; readonly s: number | undefined };

function valueXml(at: At, value: ExtendedValue | undefined): string {
  if (value === undefined) return at.s === undefined ? '' : xml('c', at);
  if (value.stringValue !== undefined)
    return xml('c', { ...at, t: 'inlineStr' }, xml('is', {}, textXml(value.stringValue)));
  const { type, text } = computed(value);
  return xml('c', { ...at, t: type }, text === undefined ? '' : xml('v', {}, xmlText(text)));
}

/** A value as it stands beside a formula. What is still being computed has none: the reader computes it. */
function computed(value: ExtendedValue | undefined): { readonly type?: string; readonly text?: string } {
  if (value?.numberValue !== undefined) return { text: String(value.numberValue) };
  if (value?.boolValue !== undefined) return { type: 'b', text: value.boolValue ? '1' : '0' };
  if (value?.stringValue !== undefined) return { type: 'str', text: cut(value.stringValue) };
  if (value?.errorValue === undefined || value.errorValue.type === 'LOADING') return {};
  const known = knownError(value);
  return known === undefined
    ? { type: 'str', text: errorText(value.errorValue) }
    : { type: 'e', text: known };
}

function cut(text: string): string {
  return text.slice(0, MOST_LETTERS).replace(/[\ud800-\udbff]$/, '');
}

function textXml(text: string): string {
  return xml('t', { 'xml:space': 'preserve' }, xmlText(cut(text)));
}

/** A text whose letters look different; undefined where all look alike. */
function richText(
  text: string,
  runs: JsonValue | undefined,
  theme: ExportedWorkbook['theme'],
): string | undefined {
  if (!Array.isArray(runs) || runs.length === 0 || text.length > MOST_LETTERS) return undefined;
  const starts = (runs as readonly JsonObject[]).map(({ startIndex, format }) => ({
    start: typeof startIndex === 'number' ? startIndex : 0,
    format: isJsonObject(format ?? null) ? (format as JsonObject) : {},
  }));
  const all = starts[0]?.start === 0 ? starts : [{ start: 0, format: {} }, ...starts];
  const pieces = all.map(({ start, format }, index) => {
    const piece = text.slice(start, all[index + 1]?.start);
    const look = fontParts(format, theme, 'rFont');
    return piece === '' ? '' : xml('r', {}, look === '' ? '' : xml('rPr', {}, look), textXml(piece));
  });
  return xml('is', {}, ...pieces);
}
