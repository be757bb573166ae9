import { assertNever } from '../domain/assert-never.ts';
import { type Exemption, markFor, type Stage } from '../domain/assessment.ts';
import type { Basis, Component } from '../domain/criteria-set.ts';
import type { Mark } from '../domain/mark.ts';
import { NO_POINTS } from '../domain/points.ts';
import type { ComponentResult } from '../domain/scoreboard.ts';
import type { UnitEntries } from './unit-entries.ts';

/** The stage whose marks decide a component: the appraisal, or the survey for what people were asked. */
function decidingStage(basis: Basis): Stage {
  switch (basis) {
    case 'appraisal':
    case 'survey':
      return basis;
    default:
      return assertNever(basis);
  }
}

function exemptMark(exemption: Exemption): Mark {
  return { kind: 'not-applicable', reason: exemption.reason, approvedBy: exemption.approvedBy };
}

/**
 * The points of one component for one unit. An exemption comes before any mark. What does not apply has
 * nothing to attain; what nobody has marked yet is attainable but earns nothing so far (docs/adr/0003).
 */
export function componentResult(component: Component, entries: UnitEntries): ComponentResult {
  const source = decidingStage(component.basis);
  const exemption = entries.exemptions.get(component.code);
  const mark =
    exemption === undefined
      ? markFor(entries.assessments.get(source), component.code)
      : exemptMark(exemption);
  return { kind: 'component', code: component.code, mark, source, ...pointsOf(mark, component) };
}

function pointsOf(mark: Mark, component: Component): Pick<ComponentResult, 'earned' | 'attainable'> {
  switch (mark.kind) {
    case 'scored':
      return { earned: mark.points, attainable: component.maxScore };
    case 'zero':
    case 'blank':
      return { earned: NO_POINTS, attainable: component.maxScore };
    case 'not-applicable':
      return { earned: NO_POINTS, attainable: NO_POINTS };
    default:
      return assertNever(mark);
  }
}
