import type { Allowed, Area, Layout, Protection, Validation } from '../../../../domain/layout.ts';
import { numberOrWordsIn } from '../../../../domain/number-or-word-formula.ts';
import type { Sheet } from '../../../stand-in/model/workbook.ts';
import { parseUserEntered } from '../../../stand-in/values/user-entered.ts';
import { type Box, boxOfRange } from '../../model/box.ts';
import type { Condition } from '../../model/condition.ts';
import type { PageTab } from '../../model/page-workbook.ts';
import { objectIn } from '../../model/wire-json.ts';
import { exportedCharts } from './export-charts.ts';

function areaOf({ top, left, bottom, right }: Box): Area {
  return { top, left, height: bottom - top, width: right - left };
}

/** A rule of the API as the file has it; undefined for one that only the spreadsheet knows, such as a formula of staff's. */
function allowedBy({ type, values, options = [] }: Condition, locale: string): Allowed | undefined {
  // The year of a bound does not matter: bounds are whole dates or numbers.
  const typed = (text: string) => parseUserEntered(text, { locale, year: 2000 }).value?.numberValue;
  const between = (from: string, to: string, orWords: readonly string[]): Allowed | undefined => {
    const [least, most] = [typed(from), typed(to)];
    if (least === undefined || most === undefined) return undefined;
    return {
      kind: 'number-between',
      from: least,
      to: most,
      ...(orWords.length === 0 ? {} : { orWords }),
    };
  };
  const [first = '', second = ''] = values;
  if (options.length > 0) return { kind: 'one-of', values: options };
  if (type === 'NUMBER_BETWEEN') return between(first, second, []);
  if (type === 'DATE_IS_VALID') return { kind: 'date' };
  const own = type === 'CUSTOM_FORMULA' ? numberOrWordsIn(first) : undefined;
  return own && between(own.from, own.to, own.words);
}

function validationsOf({ validations }: PageTab, locale: string): readonly Validation[] {
  return validations.flatMap(({ boxes, rule }) => {
    const allowed = allowedBy(rule.condition, locale);
    if (allowed === undefined) return [];
    const help = rule.message === undefined ? {} : { help: rule.message };
    return boxes.map((box) => ({ area: areaOf(box), allowed, strict: rule.strict, ...help }));
  });
}

/** Parts of a tab that are protected; a tab that is closed as a whole has no area, and whoever has the file is its office. */
function protectionsOf({ protections, rowCount, columnCount }: PageTab): readonly Protection[] {
  return protections.map(({ box, open, description }, at) => {
    const isWhole = box.bottom - box.top >= rowCount && box.right - box.left >= columnCount;
    const area = isWhole ? {} : { area: areaOf(box) };
    return { key: `exported.${at}`, description, ...area, open: open.map(areaOf) };
  });
}

/** Narrower tabs stand on paper. */
const UPRIGHT_PIXELS = 700;

/** What is laid over the cells of a tab, so that the file is filled in, read and printed as the tab is. */
export function exportedLayout(
  tab: PageTab,
  sheet: Sheet | undefined,
  columnWidths: readonly number[],
  locale: string,
): Layout {
  const width = columnWidths.reduce((sum, pixels) => sum + pixels, 0);
  const filtered = objectIn(sheet?.attachments.basicFilter[0] ?? {}, 'range');
  return {
    columnWidths,
    frozenRows: tab.frozenRows,
    frozenColumns: tab.frozenColumns,
    validations: validationsOf(tab, locale),
    charts: sheet === undefined ? [] : exportedCharts(sheet, tab),
    protections: protectionsOf(tab),
    page: width <= UPRIGHT_PIXELS ? 'portrait' : 'landscape',
    ...(filtered === undefined ? {} : { filter: areaOf(boxOfRange(filtered, tab)) }),
    ...(tab.color === undefined ? {} : { tabColour: tab.color }),
  };
}
