import type { Assessment } from '../../../src/domain/assessment.ts';
import { CalendarDateSchema } from '../../../src/domain/calendar-date.ts';
import type { Component } from '../../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../../src/domain/declared-value.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import type { Unit } from '../../../src/domain/unit.ts';
import { LATE_UNIT } from './decisions.ts';
import { partOf, printedIndex, wholeNumber } from './declared-values.ts';
import type { Declared } from './fit-unit.ts';
import { chance } from './random.ts';

/** How often a unit claims more than the appraisers find: some hardly ever, some a third of the time. */
const OVER_CLAIMS = { least: 0.04, span: 0.3 };
/** How often the evidence was still missing, so that the unit left the row empty. */
const LEFT_EMPTY = 0.008;
/** How often a unit is more modest than the appraisers. */
const UNDER_CLAIMS = 0.01;

/** A commune that wrote more finished tasks than there were: the office is told, nothing is computed from it. */
const MISCOUNTED = { unit: '25822', code: '1.1.2' };

/** Halfway between what was found and all of it, at least one more. */
function halfway(part: number, whole: number): number {
  return Math.min(part + Math.max(Math.ceil((whole - part) / 2), 1), whole);
}

/** What a unit claims that sees itself in a better light than the appraisers did. */
function claimOf(component: Component, found: DeclaredValue): DeclaredValue {
  const { rule } = component;
  switch (found.kind) {
    case 'yes-no':
      return { kind: 'yes-no', yes: true };
    case 'label':
      return rule?.kind === 'choice' ? { kind: 'label', label: rule.options[0].label } : found;
    case 'date':
      return { kind: 'date', date: CalendarDateSchema.parse('2022-01-28') };
    case 'part-of-whole': {
      const [part, whole] = [Number(found.part.numerator), Number(found.whole.numerator)];
      return partOf(halfway(part, whole), whole);
    }
    case 'rate': {
      const hundredths = Number((found.rate.numerator * 10_000n) / found.rate.denominator);
      return { kind: 'rate', rate: ratio(Math.min(hundredths + 450, 9900), 10_000) };
    }
    case 'number':
      return claimedNumber(component, Number(found.value.numerator) / Number(found.value.denominator));
    default:
      return found;
  }
}

function claimedNumber({ rule, maxScore }: Component, found: number): DeclaredValue {
  switch (rule?.kind) {
    case 'deduction':
      return wholeNumber(0);
    case 'per-count':
      return wholeNumber(Math.ceil(maxScore / rule.each));
    default:
      return printedIndex(Math.min(Math.round(found * 100) + 380, 9900));
  }
}

/** One fewer than found, for a unit that was more careful than it had to be. */
function modestClaim(found: DeclaredValue): DeclaredValue {
  if (found.kind !== 'part-of-whole' || found.part.numerator <= 1n) return found;
  return partOf(Number(found.part.numerator) - 1, Number(found.whole.numerator));
}

function claimFor(unit: Unit, component: Component, found: DeclaredValue): DeclaredValue | undefined {
  const { code } = component;
  if (unit.id === MISCOUNTED.unit && code === MISCOUNTED.code && found.kind === 'part-of-whole') {
    const whole = Number(found.whole.numerator);
    return partOf(whole + 1, whole);
  }
  const draw = chance('self', unit.id, code);
  const habit = chance('self often', unit.id);
  const often = OVER_CLAIMS.least + OVER_CLAIMS.span * habit * habit;
  if (draw < LEFT_EMPTY) return undefined;
  if (draw < LEFT_EMPTY + UNDER_CLAIMS) return modestClaim(found);
  return draw < LEFT_EMPTY + UNDER_CLAIMS + often ? claimOf(component, found) : found;
}

/** What a unit wrote of itself: mostly what the appraisers found, at times more, seldom nothing. */
export function selfAssessmentOf(unit: Unit, declared: Declared): readonly Assessment[] {
  if (unit.id === LATE_UNIT) return [];
  const claims = [...declared].flatMap(([component, found]) => {
    if (component.basis !== 'appraisal') return [];
    const claim = claimFor(unit, component, found);
    return claim === undefined ? [] : [[component.code, claim] as const];
  });
  return [{ unitId: unit.id, stage: 'self-assessment', marks: new Map(), declared: new Map(claims) }];
}
