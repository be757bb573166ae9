import type { CellData, ExtendedValue, NumberFormat } from '../../stand-in/model/wire.ts';
import { formatValue } from '../../stand-in/values/format-value.ts';
import type { CellValue } from './cell-value.ts';
import type { PageCell } from './page-workbook.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './wire-json.ts';

type Content = Pick<PageCell, 'value' | 'formula' | 'shown' | 'link'>;

function plainValue(extended: ExtendedValue | undefined): CellValue | undefined {
  return extended?.numberValue ?? extended?.stringValue ?? extended?.boolValue;
}

/** =HYPERLINK with texts for both arguments: what it shows and where it leads need no calculation. */
const HYPERLINK = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/i;

function hyperlinkOf(formula: string): Content | undefined {
  const [, address, label] = HYPERLINK.exec(formula) ?? [];
  if (address === undefined) return undefined;
  const link = address.replaceAll('""', '"');
  return { formula, value: (label ?? address).replaceAll('""', '"'), link };
}

function withShown(
  content: Content,
  value: ExtendedValue,
  format: NumberFormat | undefined,
  locale: string,
): Content {
  const shown = formatValue(value, format, locale);
  return shown === String(content.value) ? content : { ...content, shown };
}

/** What a formula shows: its value where the server knows it, else itself, so that nobody takes it for a result. */
function formulaContent(
  formula: string,
  cell: CellData,
  format: NumberFormat | undefined,
  locale: string,
): Content {
  const known = cell.effectiveValue;
  const value = plainValue(known);
  if (known !== undefined && value !== undefined) {
    const link = hyperlinkOf(formula)?.link;
    return withShown({ formula, value, ...(link !== undefined && { link }) }, known, format, locale);
  }
  if (known?.errorValue !== undefined) return { formula, shown: formatValue(known, format, locale) };
  return hyperlinkOf(formula) ?? { formula, shown: formula };
}

function contentOf(cell: CellData, locale: string): Content {
  const entered = cell.userEnteredValue;
  if (entered === undefined) return {};
  const format = cell.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  if (entered.formulaValue !== undefined) return formulaContent(entered.formulaValue, cell, format, locale);
  const value = plainValue(entered);
  return value === undefined ? {} : withShown({ value }, entered, format, locale);
}

function linkIn(format: JsonObject | undefined): string | undefined {
  const text = format && objectIn(format, 'textFormat');
  const link = text && objectIn(text, 'link');
  return link && textIn(link, 'uri');
}

/** Where a cell leads: as a whole, or by the first of its words that leads anywhere. */
function linkOf(cell: CellData): string | undefined {
  const whole = linkIn(cell.userEnteredFormat);
  if (whole !== undefined || !('textFormatRuns' in cell)) return whole;
  const runs = objectsIn(cell as JsonObject, 'textFormatRuns').map((run) => {
    const format = objectIn(run, 'format');
    return format && linkIn({ textFormat: format });
  });
  return runs.find((uri) => uri !== undefined);
}

/** A cell without its look; undefined when nothing is in it. */
export function readCell(cell: CellData, locale: string): PageCell | undefined {
  const { note } = cell;
  const content = contentOf(cell, locale);
  const link = linkOf(cell) ?? content.link;
  const read: PageCell = {
    ...content,
    ...(note === undefined || note === '' ? {} : { note }),
    ...(link === undefined ? {} : { link }),
  };
  return Object.keys(read).length === 0 ? undefined : read;
}

/** What a cell shows, as text. */
export function shownText(cell: PageCell | null | undefined): string {
  return cell?.shown ?? String(cell?.value ?? '');
}
