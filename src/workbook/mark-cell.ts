import type { Stage } from '../domain/assessment.ts';
import type { Component } from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import type { Cell } from '../domain/grid.ts';
import { type Mark, markOf } from '../domain/mark.ts';
import type { Points } from '../domain/points.ts';
import { readPoints } from './cell-number.ts';
import { readDeclared } from './declared/declared-cell.ts';
import { foldLabel } from './label.ts';
import { pointsUpTo } from './mark-points.ts';
import { givenText, NOTHING_READ, type Reading, refusal } from './reading.ts';

/** What a mark is checked against. */
export interface MarkRule {
  readonly component: Component;
  /** True when the Not applicable tab takes the component out for this unit. */
  readonly isExempt: boolean;
  readonly stage: Stage;
}

/** What a cell gives: points, or the fact from which the component's rule makes points. */
export type Entered =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'declared'; readonly declared: DeclaredValue };

/** A number of points, or a word that says that the component does not apply. */
export type MarkEntry = Points | 'exempt';

/** Words by which staff say that a component does not apply; the approval stands in a tab of its own. */
const EXEMPT_WORDS: ReadonlySet<string> = new Set(['không áp dụng', 'not applicable', 'n/a', 'kad', 'k/a/d']);

const EXEMPT: Reading<MarkEntry> = { kind: 'value', value: 'exempt' };

export function isExemptWord(cell: Cell): boolean {
  return typeof cell === 'string' && EXEMPT_WORDS.has(foldLabel(cell));
}

/** What a mark cell says, before it is checked against the component. */
function readMarkEntry(cell: Cell): Reading<MarkEntry> {
  return isExemptWord(cell) ? EXEMPT : readPoints(cell);
}

/** One cell of judgement: never more than the maximum, never less than zero, never a guess. */
function checkMark(cell: Cell, entry: Reading<MarkEntry>, rule: MarkRule): Reading<Entered> {
  if (entry.kind !== 'value') return entered(pointsUpTo(cell, entry, rule.component.maxScore));
  if (entry.value === 'exempt') return exemptWord(cell, rule);
  if (contradictsExemption(rule)) return refusal({ code: 'exempt-but-marked', given: givenText(cell) });
  return entered(pointsUpTo(cell, { ...entry, value: entry.value }, rule.component.maxScore));
}

function entered(points: Reading<Points>): Reading<Entered> {
  return points.kind === 'value'
    ? { ...points, value: { kind: 'mark', mark: markOf(points.value) } }
    : points;
}

function exemptWord(cell: Cell, { isExempt }: MarkRule): Reading<never> {
  return isExempt ? NOTHING_READ : refusal({ code: 'exempt-without-approval', given: givenText(cell) });
}

/** What a unit claimed for itself is kept as it stands; only a mark that counts contradicts an exemption. */
function contradictsExemption({ isExempt, stage }: MarkRule): boolean {
  return isExempt && stage !== 'self-assessment';
}

/** Points given straight away where a rule wants a fact: "1,5 điểm"; "75% điểm" is a share of the maximum instead. */
const STRAIGHT_POINTS = /^(.*[^%\s])\s*(?:điểm|points?)$/iu;

/** What stands in the cell of a component with a rule: a fact, or points with the word for points behind them. */
export function readRuleCell(cell: Cell, rule: MarkRule): Reading<Entered> {
  const { component } = rule;
  if (component.rule === undefined || isExemptWord(cell)) return checkMark(cell, readMarkEntry(cell), rule);
  const declared = readDeclared(cell, component.rule, component.maxScore);
  const straight =
    typeof cell === 'string' ? STRAIGHT_POINTS.exec(cell.normalize('NFC').trim())?.[1] : undefined;
  if (declared.kind === 'refused' && straight !== undefined)
    return checkMark(cell, readPoints(straight), rule);
  if (declared.kind !== 'value') return declared;
  if (contradictsExemption(rule)) return refusal({ code: 'exempt-but-marked', given: givenText(cell) });
  return { ...declared, value: { kind: 'declared', declared: declared.value } };
}
