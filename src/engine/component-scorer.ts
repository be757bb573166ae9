import { assertNever } from '../domain/assert-never.ts';
import type { Assessment, Exemption, Stage } from '../domain/assessment.ts';
import type { Basis, Component } from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import { BLANK, type Mark, markOf } from '../domain/mark.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import type { ComponentResult } from '../domain/scoreboard.ts';
import type { Status } from '../domain/scoring-options.ts';
import type { Working } from '../domain/working.ts';
import { applyRule } from './apply-rule/apply-rule.ts';
import { declaredKey } from './apply-rule/declared-key.ts';
import type { UnitEntries } from './unit-entries.ts';

/** As many different entries of a component as are kept; further ones are worked out each time. */
const MEMORY = 5_000;

/**
 * Scores one component for many units. A result depends on nothing but the entry, and many units enter the same
 * (100 %, Đạt, 0,5), so that each different entry is worked out once and its result shared.
 */
export interface ComponentScorer {
  readonly component: Component;
  /** The result that counts: of the deciding stage, or in its place what the council or an exemption says. */
  resultFor(entries: UnitEntries, status: Status): ComponentResult;
  /**
   * The points of a single stage, whatever else was entered; undefined for a blank and for what does not apply. Of a
   * stage that does not decide the points alone are remembered: nobody is shown how they came about.
   */
  pointsAt(stage: Stage, assessment: Assessment | undefined): Points | undefined;
}

export function makeComponentScorer(component: Component): ComponentScorer {
  const byStage: Readonly<Record<Stage, EntryResults>> = {
    'self-assessment': makeEntryResults(component, 'self-assessment'),
    appraisal: makeEntryResults(component, 'appraisal'),
    survey: makeEntryResults(component, 'survey'),
  };
  const deciding = decidingStage(component.basis);
  const resultAt = (stage: Stage, assessment: Assessment | undefined): ComponentResult => {
    const results = byStage[stage];
    const entry = entryOf(component, assessment);
    return entry.kind === 'mark' ? results.ofMark(entry.mark) : results.ofDeclared(entry.declared);
  };
  const claims = new Map<DeclaredValue, Points | undefined>();
  const claimedPoints = (stage: Stage, declared: DeclaredValue): Points | undefined => {
    if (claims.has(declared)) return claims.get(declared);
    const points = markedPoints(workedResult(component, stage, declared).mark);
    if (claims.size < MEMORY) claims.set(declared, points);
    return points;
  };
  return {
    component,
    pointsAt: (stage, assessment) => {
      const entry = entryOf(component, assessment);
      if (entry.kind === 'mark') return markedPoints(entry.mark);
      if (stage !== deciding) return claimedPoints(stage, entry.declared);
      return markedPoints(byStage[stage].ofDeclared(entry.declared).mark);
    },
    resultFor: (entries, status) => {
      const decided = decidedResult(component, deciding, entries);
      if (decided !== undefined) return decided;
      const { assessments } = entries;
      const result = resultAt(deciding, assessments.get(deciding));
      const isFinal =
        result.mark.kind !== 'blank' || status === 'official' || component.basis !== 'appraisal';
      if (isFinal) return result;
      const claimed = resultAt('self-assessment', assessments.get('self-assessment'));
      return claimed.mark.kind === 'blank' ? result : claimed;
    },
  };
}

type Entry =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'declared'; readonly declared: DeclaredValue };

/** A mark that was entered itself comes before the points that the component's rule would give. */
function entryOf({ code, rule }: Component, assessment: Assessment | undefined): Entry {
  const mark = assessment?.marks.get(code) ?? BLANK;
  if (mark.kind !== 'blank') return { kind: 'mark', mark };
  const declared = rule === undefined ? undefined : assessment?.declared?.get(code);
  return declared === undefined ? { kind: 'mark', mark } : { kind: 'declared', declared };
}

/** The council's decision comes before everything, an exemption before any mark. */
function decidedResult(
  component: Component,
  deciding: Stage,
  { exemptions, overrides }: UnitEntries,
): ComponentResult | undefined {
  if (overrides.size === 0 && exemptions.size === 0) return undefined;
  const override = overrides.get(component.code);
  if (override !== undefined) return { ...resultOf(component, deciding, markOf(override.points)), override };
  const exemption = exemptions.get(component.code);
  return exemption === undefined ? undefined : resultOf(component, deciding, exemptMark(exemption));
}

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

/** The results of the entries of one stage. */
interface EntryResults {
  ofMark(mark: Mark): ComponentResult;
  ofDeclared(declared: DeclaredValue): ComponentResult;
}

function makeEntryResults(component: Component, stage: Stage): EntryResults {
  const blank = resultOf(component, stage, BLANK);
  const byPoints = new Map<Points, ComponentResult>();
  // By the very value, which readers share between units; and by what it says, for values that are not shared.
  const byValue = new Map<DeclaredValue, ComponentResult>();
  const byKey = new Map<string, ComponentResult>();
  return {
    ofMark: (mark) => {
      if (mark.kind === 'blank') return blank;
      if (mark.kind === 'not-applicable') return resultOf(component, stage, mark);
      const points = mark.kind === 'zero' ? NO_POINTS : mark.points;
      return byPoints.get(points) ?? keep(byPoints, points, resultOf(component, stage, mark));
    },
    ofDeclared: (declared) => {
      const found = byValue.get(declared);
      if (found !== undefined) return found;
      const key = declaredKey(declared);
      const result = byKey.get(key) ?? keep(byKey, key, workedResult(component, stage, declared));
      return keep(byValue, declared, result);
    },
  };
}

function keep<K>(results: Map<K, ComponentResult>, key: K, result: ComponentResult): ComponentResult {
  if (results.size < MEMORY) results.set(key, result);
  return result;
}

function workedResult(component: Component, stage: Stage, declared: DeclaredValue): ComponentResult {
  if (component.rule === undefined) throw new Error(`no rule reads what was declared for ${component.code}`);
  const working = applyRule(component.rule, declared, component.maxScore);
  return { ...resultOf(component, stage, workedMark(working)), working };
}

/** Nothing to count is not applicable by the rule itself: the working, not a person, gives the reason. */
function workedMark({ points }: Working): Mark {
  return points === undefined ? { kind: 'not-applicable', reason: '', approvedBy: '' } : markOf(points);
}

function exemptMark(exemption: Exemption): Mark {
  return { kind: 'not-applicable', reason: exemption.reason, approvedBy: exemption.approvedBy };
}

/**
 * What does not apply has nothing to attain; what nobody has marked yet is attainable but earns nothing so far
 * (docs/adr/0003).
 */
function resultOf(component: Component, source: Stage, mark: Mark): ComponentResult {
  return { kind: 'component', code: component.code, mark, source, ...pointsOf(mark, component) };
}

function markedPoints(mark: Mark): Points | undefined {
  if (mark.kind === 'scored') return mark.points;
  return mark.kind === 'zero' ? NO_POINTS : undefined;
}

function pointsOf(mark: Mark, { maxScore }: Component): Pick<ComponentResult, 'earned' | 'attainable'> {
  switch (mark.kind) {
    case 'scored':
      return { earned: mark.points, attainable: maxScore };
    case 'zero':
    case 'blank':
      return { earned: NO_POINTS, attainable: maxScore };
    case 'not-applicable':
      return { earned: NO_POINTS, attainable: NO_POINTS };
    default:
      return assertNever(mark);
  }
}
