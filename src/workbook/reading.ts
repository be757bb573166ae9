import type { Cell } from '../domain/grid.ts';
import type { IssueDetail } from '../domain/issue.ts';

/** What a cell was read as: a value (perhaps with a remark), nothing, or something that must be corrected. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly remark?: IssueDetail }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly detail: IssueDetail };

export const NOTHING_READ: Reading<never> = { kind: 'blank' };

export function valueRead<T>(value: T): Reading<T> {
  return { kind: 'value', value };
}

export function refusal(detail: IssueDetail): Reading<never> {
  return { kind: 'refused', detail };
}

const GIVEN_LIMIT = 80;

/** What stands in a cell as an issue quotes it: recognisable, never a page long. */
export function givenText(cell: Cell): string {
  const text = cell === null ? '' : String(cell).normalize('NFC').trim();
  return text.length <= GIVEN_LIMIT ? text : `${text.slice(0, GIVEN_LIMIT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
