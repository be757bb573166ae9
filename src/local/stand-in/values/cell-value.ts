export interface ErrorValue {
  readonly type?: string;
  readonly message?: string;
}

/** The API's ExtendedValue: one of its members, or none for an empty cell. */
export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: ErrorValue;
}

export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

const ERROR_TEXTS: ReadonlyMap<string, string> = new Map([
  ['ERROR', '#ERROR!'],
  ['NULL_VALUE', '#NULL!'],
  ['DIVIDE_BY_ZERO', '#DIV/0!'],
  ['VALUE', '#VALUE!'],
  ['REF', '#REF!'],
  ['NAME', '#NAME?'],
  ['NUM', '#NUM!'],
  ['N_A', '#N/A'],
  ['LOADING', 'Loading...'],
]);

export const errorText = (error: ErrorValue): string => ERROR_TEXTS.get(error.type ?? 'ERROR') ?? '#ERROR!';

export function isEmptyValue(value: ExtendedValue | undefined): boolean {
  if (value === undefined || value.stringValue === '') return true;
  const { numberValue, stringValue, boolValue, formulaValue, errorValue } = value;
  return (numberValue ?? stringValue ?? boolValue ?? formulaValue ?? errorValue) === undefined;
}
