import * as z from 'zod';
import type { DescribedRange } from '../../domain/file-description.ts';
import type { ClosedCells } from '../../domain/spreadsheet-failure.ts';
import { addressOf } from '../a1-range.ts';
import { rangeSchema } from '../range-schema.ts';

/** What is protected where, and by whom it may be lifted; asked for only once a write was refused. */
export const PROTECTION_FIELDS = `sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),protectedRanges(${[
  'range',
  'description',
  'warningOnly',
  'requestingUserCanEdit',
  'unprotectedRanges',
  'editors(users,groups)',
].join(',')}))`;

const protectionSchema = z.object({
  range: rangeSchema.default({ sheetId: 0 }),
  description: z.string().default(''),
  warningOnly: z.boolean().default(false),
  requestingUserCanEdit: z.boolean().default(false),
  unprotectedRanges: z.array(rangeSchema).default([]),
  /** Google tells editors only to those who are among them. */
  editors: z
    .object({ users: z.array(z.string()).default([]), groups: z.array(z.string()).default([]) })
    .default({ users: [], groups: [] }),
});
type Protection = z.infer<typeof protectionSchema>;

const answerSchema = z.object({
  sheets: z
    .array(
      z.object({
        properties: z.object({
          sheetId: z.int().default(0),
          title: z.string(),
          gridProperties: z
            .object({ rowCount: z.int().default(0), columnCount: z.int().default(0) })
            .default({ rowCount: 0, columnCount: 0 }),
        }),
        protectedRanges: z.array(protectionSchema).default([]),
      }),
    )
    .default([]),
});

/** A tab with what is closed in it to the account that asks. */
export interface ProtectedTab {
  readonly sheetId: number;
  readonly title: string;
  readonly gridProperties: { readonly rowCount: number; readonly columnCount: number };
  readonly closed: readonly Protection[];
}

export function parseProtections(answer: unknown): readonly ProtectedTab[] {
  return answerSchema.parse(answer).sheets.map(({ properties, protectedRanges }) => ({
    ...properties,
    closed: protectedRanges.filter((each) => !each.warningOnly && !each.requestingUserCanEdit),
  }));
}

interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function boundsOf({ top = 0, left = 0, bottom, right }: DescribedRange): Bounds {
  const edge = Number.POSITIVE_INFINITY;
  return { top, left, bottom: bottom ?? edge, right: right ?? edge };
}

function common(a: Bounds, b: Bounds): Bounds | undefined {
  const [top, left] = [Math.max(a.top, b.top), Math.max(a.left, b.left)];
  const [bottom, right] = [Math.min(a.bottom, b.bottom), Math.min(a.right, b.right)];
  return top < bottom && left < right ? { top, left, bottom, right } : undefined;
}

function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

function isInTheWay({ range, unprotectedRanges }: Protection, area: DescribedRange): boolean {
  const hit = common(boundsOf(range), boundsOf(area));
  return hit !== undefined && !unprotectedRanges.some((open) => holds(boundsOf(open), hit));
}

/** What is in the way of a write, and whom Google names as those who may change it. */
export interface Closed {
  readonly cells: readonly ClosedCells[];
  readonly editors: readonly string[];
}

/**
 * The protections that a write met. Where none of them meets the cells to write, as with what belongs to a tab as a
 * whole, all that is closed in its tab.
 */
export function closedTo(areas: readonly DescribedRange[], tabs: readonly ProtectedTab[]): Closed {
  const found = tabs.flatMap((tab) => {
    const { closed } = tab;
    const here = areas.filter((area) => area.sheetId === tab.sheetId);
    const met = closed.filter((each) => here.some((area) => isInTheWay(each, area)));
    const told = met.length === 0 && here.length > 0 ? closed : met;
    return told.map((protection) => ({ tab, protection }));
  });
  const cells = found.map(({ tab, protection: { range, description } }): ClosedCells => {
    const address = addressOf(range, tab.gridProperties);
    return {
      tab: tab.title,
      ...(address === undefined ? {} : { range: address }),
      ...(description === '' ? {} : { description }),
    };
  });
  const editors = found.flatMap(({ protection }) => [
    ...protection.editors.users,
    ...protection.editors.groups,
  ]);
  return { cells, editors: [...new Set(editors)] };
}
