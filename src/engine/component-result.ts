import { assertNever } from '../domain/assert-never.ts';
import { type Assessment, type Exemption, markFor, type Stage } from '../domain/assessment.ts';
import type { Basis, Component } from '../domain/criteria-set.ts';
import { BLANK, type Mark, markOf } from '../domain/mark.ts';
import { NO_POINTS } from '../domain/points.ts';
import type { ComponentResult } from '../domain/scoreboard.ts';
import type { Status } from '../domain/scoring-options.ts';
import type { Working } from '../domain/working.ts';
import { rememberedWorking } from './apply-rule/remembered-working.ts';
import type { UnitEntries } from './unit-entries.ts';

type Entry = Pick<ComponentResult, 'mark' | 'source' | 'working' | 'override'>;

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

/**
 * The points of one component for one unit. The council's decision comes before everything, an exemption
 * before any mark. What does not apply has nothing to attain; what nobody has marked yet is attainable but
 * earns nothing so far (docs/adr/0003).
 */
export function componentResult(component: Component, entries: UnitEntries, status: Status): ComponentResult {
  const entry = decidingEntry(component, entries, status);
  return { kind: 'component', code: component.code, ...entry, ...pointsOf(entry.mark, component) };
}

function decidingEntry(component: Component, entries: UnitEntries, status: Status): Entry {
  const source = decidingStage(component.basis);
  const override = entries.overrides.get(component.code);
  if (override !== undefined) return { mark: markOf(override.points), source, override };
  const exemption = entries.exemptions.get(component.code);
  if (exemption !== undefined) return { mark: exemptMark(exemption), source };
  const entry = entryAt(source, component, entries.assessments.get(source));
  if (entry.mark.kind !== 'blank' || status === 'official' || component.basis !== 'appraisal') return entry;
  const claimed = entryAt('self-assessment', component, entries.assessments.get('self-assessment'));
  return claimed.mark.kind === 'blank' ? entry : claimed;
}

/** A mark that was entered itself, else the points that the component's rule gives the declared value. */
export function entryAt(source: Stage, component: Component, assessment: Assessment | undefined): Entry {
  const mark = markFor(assessment, component.code);
  if (mark.kind !== 'blank' || component.rule === undefined) return { mark, source };
  const declared = assessment?.declared?.get(component.code);
  if (declared === undefined) return { mark: BLANK, source };
  const working = rememberedWorking(component, component.rule, declared);
  return { mark: workedMark(working), source, working };
}

/** Nothing to count is not applicable by the rule itself: the working, not a person, gives the reason. */
function workedMark({ points }: Working): Mark {
  return points === undefined ? { kind: 'not-applicable', reason: '', approvedBy: '' } : markOf(points);
}

function exemptMark(exemption: Exemption): Mark {
  return { kind: 'not-applicable', reason: exemption.reason, approvedBy: exemption.approvedBy };
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
