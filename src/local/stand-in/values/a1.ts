import { parseReference, splitA1 } from './a1-reference.ts';
import { type Box, clampToGrid, type GridSize, type OpenBox } from './cell-box.ts';
import { columnName } from './column-name.ts';
import { formatTitle } from './sheet-title.ts';

export interface A1Sheet extends GridSize {
  readonly sheetId: number;
  readonly title: string;
}

export interface A1NamedRange {
  readonly name: string;
  readonly sheetId: number;
  readonly box: OpenBox;
}

export interface A1Context {
  /** In the order of the tabs: a range without a title is on the first. */
  readonly sheets: readonly A1Sheet[];
  readonly namedRanges: readonly A1NamedRange[];
}

export interface A1Range {
  readonly sheet: A1Sheet;
  /** Within the grid. */
  readonly box: Box;
  /** As written: open bounds are missing, a closed end may lie beyond the grid. */
  readonly asked: OpenBox;
}

type ParsedA1 =
  | { readonly ok: true; readonly range: A1Range }
  | { readonly ok: false; readonly message: string };

interface Target {
  readonly sheet: A1Sheet;
  readonly asked: OpenBox;
}

/** Titles and names are found in any case, but an exact one comes first. */
function findByName<T>(items: readonly T[], nameOf: (item: T) => string, name: string): T | undefined {
  const lower = name.toLowerCase();
  return (
    items.find((item) => nameOf(item) === name) ?? items.find((item) => nameOf(item).toLowerCase() === lower)
  );
}

const findSheet = ({ sheets }: A1Context, title: string) => findByName(sheets, (sheet) => sheet.title, title);

function findNamedRange({ sheets, namedRanges }: A1Context, name: string): Target | undefined {
  const named = findByName(namedRanges, (range) => range.name, name);
  const sheet = sheets.find(({ sheetId }) => sheetId === named?.sheetId);
  return named === undefined || sheet === undefined ? undefined : { sheet, asked: named.box };
}

/** Without a title: a named range, else a reference on the first tab, else a tab (a named range wins over a title). */
function resolveBare(text: string, context: A1Context): Target | undefined {
  const named = findNamedRange(context, text);
  if (named !== undefined) return named;
  const asked = parseReference(text);
  const [first] = context.sheets;
  if (asked !== undefined) return first === undefined ? undefined : { sheet: first, asked };
  const sheet = findSheet(context, text);
  return sheet === undefined ? undefined : { sheet, asked: {} };
}

/** With a title: a reference on that tab, or a named range that lies there (recorded: `'Sheet1'!NamedRange`). */
function resolveOnSheet(title: string, rest: string | undefined, context: A1Context): Target | undefined {
  const sheet = findSheet(context, title);
  if (sheet === undefined) return undefined;
  if (rest === undefined) return { sheet, asked: {} };
  const asked = parseReference(rest);
  if (asked !== undefined) return { sheet, asked };
  const named = findNamedRange(context, rest);
  return named?.sheet === sheet ? named : undefined;
}

/** Nothing before the `!` means the first tab, for a reference alone (measured by others). */
function resolveOnFirst(rest: string, { sheets: [first] }: A1Context): Target | undefined {
  const asked = parseReference(rest);
  return first === undefined || asked === undefined ? undefined : { sheet: first, asked };
}

function resolve(text: string, context: A1Context): Target | undefined {
  const split = splitA1(text);
  if (split === undefined) return undefined;
  if (split.title === '') return resolveOnFirst(split.rest ?? '', context);
  if (split.title === undefined) return resolveBare(split.rest ?? '', context);
  const found = resolveOnSheet(split.title, split.rest, context);
  // `has!bang` is a whole tab of that name, where no tab `has` is.
  const whole = found === undefined && !split.quoted ? findSheet(context, text) : undefined;
  return whole === undefined ? found : { sheet: whole, asked: {} };
}

export const gridLimitMessage = ({ sheet, asked }: Target): string =>
  `Range (${formatAsked(sheet.title, asked)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`;

/** A range as Google's API takes it, found in a workbook (docs/stand-in.md). */
export function parseA1(text: string, context: A1Context): ParsedA1 {
  const target = resolve(text, context);
  if (target === undefined) return { ok: false, message: `Unable to parse range: ${text}` };
  const box = clampToGrid(target.asked, target.sheet);
  if (box === undefined) return { ok: false, message: gridLimitMessage(target) };
  return { ok: true, range: { ...target, box } };
}

/** A range as Google answers it: bounded, one cell without a colon, the title quoted only when needed. */
export function formatA1(title: string, { top, bottom, left, right }: Box): string {
  const first = `${columnName(left)}${top + 1}`;
  const last = `${columnName(right - 1)}${bottom}`;
  return `${formatTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}

/** No column beyond ZZZ has a name. */
const LAST_NAMED = 18_277;

function lettersOf(column: number | undefined): string {
  return column === undefined || column > LAST_NAMED ? '' : columnName(column);
}

/** A range as the refusals print it, with the bounds that were asked for: `T!A1001:B`, `T!AA1:2`, `T!AA`, `T!1001:` (measured by others). */
export function formatAsked(title: string, { top, bottom, left, right }: OpenBox): string {
  const first = `${lettersOf(left)}${top === undefined ? '' : top + 1}`;
  const last = `${right === undefined ? '' : lettersOf(right - 1)}${bottom ?? ''}`;
  return `${formatTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}
