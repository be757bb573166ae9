/** A value in a formula: null is a blank cell, rows of values are a range. */
export type Single = number | string | boolean | null;
export type Value = Single | readonly (readonly Single[])[];

/** What a formula comes to is not known: a function that is not here, or an error. */
export class NotKnown extends Error {}

export function single(value: Value | undefined): Single {
  if (value === undefined) throw new NotKnown();
  return Array.isArray(value) ? (value[0]?.[0] ?? null) : (value as Single);
}

export function number(value: Value | undefined): number {
  const one = single(value);
  if (typeof one === 'string') throw new NotKnown();
  return Number(one ?? 0);
}

export function text(value: Value | undefined): string {
  const one = single(value);
  if (typeof one === 'boolean') return one ? 'TRUE' : 'FALSE';
  return String(one ?? '');
}

export function truth(value: Value | undefined): boolean {
  const one = single(value);
  if (typeof one === 'string') throw new NotKnown();
  return Boolean(one);
}

function all(values: readonly Value[]): readonly Single[] {
  return values.flatMap((value) => (Array.isArray(value) ? value.flat() : [value as Single]));
}

function numbers(values: readonly Value[]): readonly number[] {
  return all(values).filter((value) => typeof value === 'number');
}

type Work = (values: readonly Value[]) => Value;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function average(values: readonly Value[]): number {
  const found = numbers(values);
  if (found.length === 0) throw new NotKnown();
  return sum(found) / found.length;
}

function round([value, places]: readonly Value[]): number {
  const scale = 10 ** (places === undefined ? 0 : number(places));
  const scaled = number(value) * scale;
  return (Math.sign(scaled) * Math.round(Math.abs(scaled))) / scale;
}

function sameText(a: Value, b: Value): boolean {
  return text(a).toLocaleLowerCase('vi') === text(b).toLocaleLowerCase('vi');
}

/** COUNTIF with a plain value: criteria such as ">5" are not known here. */
function countIf([range, wanted]: readonly Value[]): number {
  if (range === undefined || wanted === undefined || /^[<>=]/.test(text(wanted))) throw new NotKnown();
  return all([range]).filter((value) => value !== null && sameText(value, wanted)).length;
}

function place([wanted = '', within = '']: readonly Value[]): number {
  const at = text(within).toLocaleLowerCase('vi').indexOf(text(wanted).toLocaleLowerCase('vi'));
  if (at === -1) throw new NotKnown();
  return at + 1;
}

/** The functions that rules of conditional formats are written with. */
export const FUNCTIONS: ReadonlyMap<string, Work> = new Map<string, Work>([
  ['AND', (values) => all(values).every(truth)],
  ['OR', (values) => all(values).some(truth)],
  ['NOT', ([value]) => !truth(value)],
  ['ISBLANK', ([value]) => single(value) === null],
  ['ISNUMBER', ([value]) => typeof single(value) === 'number'],
  ['ISTEXT', ([value]) => typeof single(value) === 'string'],
  ['LEN', ([value]) => text(value).length],
  ['LEFT', ([value, count]) => text(value).slice(0, count === undefined ? 1 : number(count))],
  ['RIGHT', ([value, count]) => text(value).slice(-(count === undefined ? 1 : number(count)))],
  ['MID', ([value, from, count]) => text(value).slice(number(from) - 1, number(from) - 1 + number(count))],
  ['TRIM', ([value]) => text(value).trim().replace(/\s+/g, ' ')],
  ['UPPER', ([value]) => text(value).toLocaleUpperCase('vi')],
  ['LOWER', ([value]) => text(value).toLocaleLowerCase('vi')],
  ['EXACT', ([a, b]) => text(a) === text(b)],
  ['SEARCH', place],
  ['ABS', ([value]) => Math.abs(number(value))],
  ['INT', ([value]) => Math.floor(number(value))],
  ['MOD', ([value, by]) => number(value) - number(by) * Math.floor(number(value) / number(by))],
  ['ROUND', round],
  ['SUM', (values) => sum(numbers(values))],
  ['MIN', (values) => Math.min(...numbers(values))],
  ['MAX', (values) => Math.max(...numbers(values))],
  ['AVERAGE', average],
  ['COUNT', (values) => numbers(values).length],
  ['COUNTA', (values) => all(values).filter((value) => value !== null).length],
  ['COUNTIF', countIf],
]);
