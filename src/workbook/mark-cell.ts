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

/** Words by which staff say that a component does not apply; the approval stands in a tab of its own. */
const EXEMPT_WORDS: ReadonlySet<string> = new Set(['không áp dụng', 'not applicable', 'n/a', 'kad', 'k/a/d']);

/** One cell of judgement: never more than the maximum, never less than zero, never a guess. */
export function readMark(cell: Cell, rule: MarkRule): Reading<Mark> {
  if (typeof cell === 'string' && EXEMPT_WORDS.has(foldLabel(cell))) {
    return rule.isExempt
      ? NOTHING_READ
      : refusal({ code: 'exempt-without-approval', given: givenText(cell) });
  }
  const reading = readPoints(cell);
  if (reading.kind !== 'value') return reading;
  // What a unit claimed for itself is kept as it stands; only a mark that counts contradicts an exemption.
  if (rule.isExempt && rule.stage !== 'self-assessment') {
    return refusal({ code: 'exempt-but-marked', given: givenText(cell) });
  }
  if (reading.value > rule.maxScore) {
    return refusal({ code: 'over-max', given: reading.value, maxScore: rule.maxScore });
  }
  return { ...reading, value: markOf(reading.value) };
}
