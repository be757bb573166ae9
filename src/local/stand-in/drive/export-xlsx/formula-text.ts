import { localSeparators } from '../../formulas/engine-text.ts';
import { mapReferences, type Reference, referenceText } from '../../formulas/reference-text.ts';
import type { ExtendedValue } from '../../model/wire.ts';
import { localeOf, titleOf, type Workbook } from '../../model/workbook.ts';
import { errorText } from '../../values/cell-value.ts';
import { localeData } from '../../values/locale-data.ts';
import { MOST_COLUMNS, MOST_ROWS, quotedTitle } from './area.ts';
import { functionInFile, isGoogleOnly } from './function-names.ts';

/** Longer ones, and longer texts in them, no program reads. */
const MOST_LETTERS = 8192;
const MOST_LETTERS_OF_TEXT = 255;

export interface FormulaWriter {
  /** The formula as a file has it, without `=`; undefined where no other program could compute it. */
  plain(formula: string): string | undefined;
  /** Of a cell: one that only Google computes stands there with its value, as Google's own exports have it. */
  ofCell(formula: string, value: ExtendedValue | undefined): string | undefined;
}

export function formulaWriter(workbook: Workbook, titles: ReadonlyMap<number, string>): FormulaWriter {
  const decimalComma = localeData(localeOf(workbook)).decimal === ',';
  const renamed = new Map(
    workbook.sheets.flatMap((sheet): [string, string][] => {
      const title = titles.get(sheet.sheetId);
      return title === undefined || title === titleOf(sheet) ? [] : [[titleOf(sheet).toLowerCase(), title]];
    }),
  );
  const plain = (formula: string): string | undefined => {
    const text = decimalComma ? pointed(localSeparators(formula, decimalComma)) : formula;
    if (isGooglesAlone(text)) return undefined;
    const body = mapReferences(text, (reference) => closedReference(reference, renamed)).slice(1);
    const written = mapOutsideTexts(body, (part) => part.replace(FUNCTION, functionInFile));
    return fits(written) ? written : undefined;
  };
  const ofCell = (formula: string, value: ExtendedValue | undefined): string | undefined => {
    const own = plain(formula);
    const shown = literal(value) ?? knownError(value);
    if (own !== undefined || shown === undefined) return own;
    const wrapped = `IFERROR(__xludf.DUMMYFUNCTION(${quoted(formula.slice(1))}),${shown})`;
    return fits(wrapped) ? wrapped : undefined;
  };
  return { plain, ofCell };
}

const TEXT = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const FUNCTION = /(?<![\w.!])[A-Za-z][\w.]*(?=\()/g;

function mapOutsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(TEXT)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

const DECIMAL_COMMA = /(?<![\w$.!])(\d+),(\d+)/g;

/** Decimal points and commas between arguments, whatever the spreadsheet's locale; `;` between the rows of a list stays. */
function pointed(formula: string): string {
  let depth = 0;
  const separator = (sign: string): string => {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    const between = depth > 0 ? '\\' : ';';
    return sign === between ? ',' : sign;
  };
  return mapOutsideTexts(formula, (part) =>
    part.replace(DECIMAL_COMMA, '$1.$2').replace(/[{};\\]/g, separator),
  );
}

/** A function of Google's own, or a list made of cells. */
function isGooglesAlone(formula: string): boolean {
  const outside = formula
    .split(TEXT)
    .filter((_, index) => index % 2 === 0)
    .join('""');
  const calls = outside.match(FUNCTION) ?? [];
  return calls.some(isGoogleOnly) || /\{[^}]*[A-Za-z(][^}]*\}/.test(withoutTruth(outside));
}

function withoutTruth(text: string): string {
  return text.replace(/\b(?:TRUE|FALSE)\b/gi, '1');
}

/** `A2:A` has no end of its own there; a tab may have another title. */
function closedReference(reference: Reference, renamed: ReadonlyMap<string, string>): string | undefined {
  const { title, first, last } = reference;
  const newTitle = title === undefined ? undefined : renamed.get(title.toLowerCase());
  const isOpenDown = last !== undefined && first.row !== undefined && last.row === undefined;
  const isOpenRight = last !== undefined && first.column !== undefined && last.column === undefined;
  if (newTitle === undefined && !isOpenDown && !isOpenRight) return undefined;
  const end = {
    ...last,
    columnFixed: last?.columnFixed ?? false,
    rowFixed: last?.rowFixed ?? false,
    ...(isOpenDown ? { row: MOST_ROWS - 1 } : {}),
    ...(isOpenRight ? { column: MOST_COLUMNS - 1 } : {}),
  };
  const text = referenceText({ title: undefined, first, last: last === undefined ? undefined : end });
  const wanted = newTitle ?? title;
  return wanted === undefined ? text : `${quotedTitle(wanted)}!${text}`;
}

function fits(text: string): boolean {
  return (
    text.length <= MOST_LETTERS &&
    (text.match(/"(?:[^"]|"")*"/g) ?? []).every(({ length }) => length <= MOST_LETTERS_OF_TEXT + 2)
  );
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Errors that every program knows. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

export function knownError(value: ExtendedValue | undefined): string | undefined {
  const text = value?.errorValue === undefined ? '' : errorText(value.errorValue);
  return ERRORS.has(text) ? text : undefined;
}

/** The value as it stands in a formula; undefined where there is none to stand there. */
export function literal(value: ExtendedValue | undefined): string | undefined {
  if (value?.numberValue !== undefined) return String(value.numberValue);
  if (value?.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  return value?.stringValue === undefined ? undefined : quoted(value.stringValue);
}
