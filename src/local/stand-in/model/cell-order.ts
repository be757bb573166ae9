import type { CellData, ExtendedValue } from './wire.ts';

/** How values compare when a range is sorted upwards: numbers, then text, then booleans, then errors (docs/stand-in.md). */
export interface CellOrder {
  compare(a: CellData | undefined, b: CellData | undefined, descending: boolean): number;
}

export function cellOrder(locale: string): CellOrder {
  const collator = new Intl.Collator(locale.replace('_', '-'), { sensitivity: 'accent' });
  const compare = (a: CellData | undefined, b: CellData | undefined, descending: boolean): number => {
    const left = shownValue(a);
    const right = shownValue(b);
    // Blanks come last in either direction.
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    const order = compareValues(left, right, collator);
    return descending ? -order : order;
  };
  return { compare };
}

export function shownValue(cell: CellData | undefined): ExtendedValue | undefined {
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  return value === undefined || value.formulaValue !== undefined ? undefined : value;
}

function compareValues(a: ExtendedValue, b: ExtendedValue, collator: Intl.Collator): number {
  const kinds = kindRank(a) - kindRank(b);
  if (kinds !== 0) return kinds;
  if (a.numberValue !== undefined && b.numberValue !== undefined) return a.numberValue - b.numberValue;
  if (a.boolValue !== undefined && b.boolValue !== undefined)
    return Number(a.boolValue) - Number(b.boolValue);
  return collator.compare(a.stringValue ?? '', b.stringValue ?? '');
}

function kindRank(value: ExtendedValue): number {
  if (value.numberValue !== undefined) return 0;
  if (value.stringValue !== undefined) return 1;
  return value.boolValue === undefined ? 3 : 2;
}
