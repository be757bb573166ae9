import { parseUserEntered } from '../../stand-in/values/user-entered.ts';
import type { CellValue } from './cell-value.ts';

/** A BooleanCondition of the API: its type, and its values as typed. */
export interface Condition {
  readonly type: string;
  readonly values: readonly string[];
  /** What a list, or the cells that it names, offers. */
  readonly options?: readonly string[];
}

/** What a formula, written for the first cell of its range, comes to at the cell in question; undefined when that is not known. */
export type FormulaHolds = (text: string) => boolean | undefined;

/** Whether a condition holds for a value; undefined where that cannot be known here. */
export type Holds = (value: CellValue | undefined, formulaHolds: FormulaHolds) => boolean | undefined;

/** Whatever the year: a bound without one is never met in a rule. */
const NO_YEAR = 2000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Compare = (value: number, first: number, second: number) => boolean;

/** Numbers and dates alike: a date is a number with a format. */
const COMPARISONS: Readonly<Record<string, Compare>> = {
  GREATER: (value, first) => value > first,
  AFTER: (value, first) => value > first,
  GREATER_THAN_EQ: (value, first) => value >= first,
  ON_OR_AFTER: (value, first) => value >= first,
  LESS: (value, first) => value < first,
  BEFORE: (value, first) => value < first,
  LESS_THAN_EQ: (value, first) => value <= first,
  ON_OR_BEFORE: (value, first) => value <= first,
  EQ: (value, first) => value === first,
  NOT_EQ: (value, first) => value !== first,
  BETWEEN: (value, first, second) => value >= first && value <= second,
  NOT_BETWEEN: (value, first, second) => value < first || value > second,
};
const TWO_BOUNDS = ['BETWEEN', 'NOT_BETWEEN'];

const UNKNOWN: Holds = () => undefined;

function comparison({ type, values }: Condition, locale: string): Holds {
  const [, name = ''] = /^(?:NUMBER|DATE)_(.+)$/.exec(type) ?? [];
  const compare = COMPARISONS[name];
  const [first, second] = values.map(
    (text) => parseUserEntered(text, { locale, year: NO_YEAR }).value?.numberValue,
  );
  if (compare === undefined || first === undefined) return UNKNOWN;
  if (TWO_BOUNDS.includes(name) && second === undefined) return UNKNOWN;
  return (value) => typeof value === 'number' && compare(value, first, second ?? first);
}

type Match = (text: string, wanted: string) => boolean;

const MATCHES: Readonly<Record<string, Match>> = {
  TEXT_CONTAINS: (text, wanted) => text.includes(wanted),
  TEXT_NOT_CONTAINS: (text, wanted) => !text.includes(wanted),
  TEXT_STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  TEXT_ENDS_WITH: (text, wanted) => text.endsWith(wanted),
  TEXT_EQ: (text, wanted) => text === wanted,
  TEXT_NOT_EQ: (text, wanted) => text !== wanted,
};

/** The text of a cell as rules compare it: without regard to case. */
function comparable(value: CellValue | undefined): string {
  return value === undefined ? '' : String(value).toLocaleLowerCase('vi');
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^(https?|ftp):$/.test(new URL(text).protocol);
}

function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || value === '';
}

/** An option of a list is what it would be if somebody typed it. */
function oneOf(options: readonly string[], locale: string): Holds {
  const meant = new Set<CellValue | undefined>(options);
  for (const option of options) {
    const typed = parseUserEntered(option, { locale, year: NO_YEAR }).value;
    meant.add(typed?.numberValue ?? typed?.boolValue ?? option);
  }
  return (value) => meant.has(value);
}

/** Reads the condition once, for the thousands of cells that it is asked about. */
export function compileCondition(condition: Condition, locale: string): Holds {
  const { type, values, options = [] } = condition;
  const [first = ''] = values;
  const match = MATCHES[type];
  if (match !== undefined) {
    const wanted = comparable(first);
    return (value) => match(comparable(value), wanted);
  }
  switch (type) {
    case 'BLANK':
      return isBlank;
    case 'NOT_BLANK':
      return (value) => !isBlank(value);
    case 'ONE_OF_LIST':
    case 'ONE_OF_RANGE':
      return oneOf(options, locale);
    case 'BOOLEAN':
      return (value) =>
        values.length === 0 ? typeof value === 'boolean' : values.includes(String(value ?? ''));
    case 'DATE_IS_VALID':
      return (value) => typeof value === 'number';
    case 'TEXT_IS_EMAIL':
      return (value) => EMAIL.test(String(value ?? ''));
    case 'TEXT_IS_URL':
      return (value) => isUrl(String(value ?? ''));
    case 'CUSTOM_FORMULA':
      return (_, formulaHolds) => formulaHolds(first);
    default:
      return comparison(condition, locale);
  }
}
