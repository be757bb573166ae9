import type { Stage } from '../domain/assessment.ts';
import type { Cell } from '../domain/grid.ts';
import { type Mark, markOf } from '../domain/mark.ts';
import type { Points } from '../domain/points.ts';
import { readPoints } from './cell-number.ts';
import { foldLabel } from './label.ts';
import { givenText, NOTHING_READ, type Reading, refusal } from './reading.ts';

/** What a mark is checked against. */
export interface MarkRule {
  readonly maxScore: Points;
  /** True when the Not applicable tab takes the component out for this unit. */
  readonly isExempt: boolean;
  readonly stage: Stage;
}

/** A number of points, or a word that says that the component does not apply. */
export type MarkEntry = Points | 'exempt';

/** Words by which staff say that a component does not apply; the approval stands in a tab of its own. */
const EXEMPT_WORDS: ReadonlySet<string> = new Set(['không áp dụng', 'not applicable', 'n/a', 'kad', 'k/a/d']);

/** What a mark cell says, before it is checked against the component. */
export function readMarkEntry(cell: Cell): Reading<MarkEntry> {
  return typeof cell === 'string' && EXEMPT_WORDS.has(foldLabel(cell)) ? EXEMPT : readPoints(cell);
}

const EXEMPT: Reading<MarkEntry> = { kind: 'value', value: 'exempt' };

/** One cell of judgement: never more than the maximum, never less than zero, never a guess. */
export function checkMark(cell: Cell, entry: Reading<MarkEntry>, rule: MarkRule): Reading<Mark> {
  if (entry.kind !== 'value') return entry;
  if (entry.value === 'exempt') {
    return rule.isExempt
      ? NOTHING_READ
      : refusal({ code: 'exempt-without-approval', given: givenText(cell) });
  }
  // What a unit claimed for itself is kept as it stands; only a mark that counts contradicts an exemption.
  if (rule.isExempt && rule.stage !== 'self-assessment') {
    return refusal({ code: 'exempt-but-marked', given: givenText(cell) });
  }
  if (entry.value > rule.maxScore) {
    return refusal({ code: 'over-max', given: entry.value, maxScore: rule.maxScore });
  }
  return { ...entry, value: markOf(entry.value) };
}
