import type { Adjustment } from '../../domain/adjustment.ts';
import { STAGES } from '../../domain/assessment.ts';
import {
  type Component,
  type CriteriaSet,
  type CriterionCode,
  componentsOfSet,
} from '../../domain/criteria-set.ts';
import type { Language } from '../../domain/language.ts';
import { formatPoints, pointsAsNumber } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { EXEMPT_WORD } from '../../workbook/cases-columns.ts';
import { markedComponents } from '../../workbook/marks-columns.ts';
import { enteredValue } from '../../workbook/render-marks.ts';
import type { ChangedEntry, EntryKey } from './changed-entry.ts';
import { entryText } from './entry-text.ts';

/** Two readings of a workbook, and the set that scores the unit in question. */
export interface TwoReadings {
  readonly before: PeriodInput;
  readonly after: PeriodInput;
  readonly set: CriteriaSet;
  readonly language: Language;
}

function changed(at: EntryKey, before: string, after: string): readonly ChangedEntry[] {
  return before === after ? [] : [{ at, before, after }];
}

/** A self-assessment decides nothing where results are official. */
function decidingStages({ scoring }: PeriodInput) {
  return scoring?.status === 'provisional' ? STAGES : STAGES.filter((stage) => stage !== 'self-assessment');
}

function changedMarks(unitId: string, readings: TwoReadings): readonly ChangedEntry[] {
  const { before, after, set, language } = readings;
  const standing = new Map(
    before.sets
      .filter(({ id }) => id === set.id)
      .flatMap((each) => componentsOfSet(each).map((component) => [component.code, component] as const)),
  );
  return decidingStages(after).flatMap((stage) => {
    const of = ({ assessments }: PeriodInput) =>
      assessments.find((each) => each.unitId === unitId && each.stage === stage);
    const [then, now] = [of(before), of(after)];
    const textOf = (component: Component | undefined, assessment: ReturnType<typeof of>) =>
      component === undefined ? '' : entryText(enteredValue(component, assessment, language), language);
    return markedComponents(set, stage).flatMap((component) => {
      const { code } = component;
      const at: EntryKey = { kind: 'mark', stage, setId: set.id, unitId, code };
      return changed(at, textOf(standing.get(code), then), textOf(component, now));
    });
  });
}

function changedOverrides(unitId: string, { before, after, language }: TwoReadings) {
  const pointsIn = ({ overrides = [] }: PeriodInput) =>
    new Map(
      overrides.filter((each) => each.unitId === unitId).map(({ code, points }) => [code, points] as const),
    );
  const [then, now] = [pointsIn(before), pointsIn(after)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((code) => {
    const [was, is] = [then.get(code), now.get(code)];
    const text = (points: typeof was) => (points === undefined ? '' : formatPoints(points, language));
    return changed({ kind: 'override', unitId, code }, text(was), text(is));
  });
}

function changedExemptions(unitId: string, { before, after, language }: TwoReadings) {
  const codesIn = ({ exemptions }: PeriodInput) =>
    new Set(exemptions.filter((each) => each.unitId === unitId).map(({ code }) => code));
  const [then, now] = [codesIn(before), codesIn(after)];
  return [...new Set([...now, ...then])].flatMap((code) => {
    const text = (codes: typeof then) => (codes.has(code) ? EXEMPT_WORD[language] : '');
    return changed({ kind: 'exemption', unitId, code }, text(then), text(now));
  });
}

interface Target {
  readonly adjusts: Adjustment['kind'];
  readonly code?: CriterionCode;
}

function targetOf(adjustment: Adjustment): Target {
  const { kind: adjusts } = adjustment;
  const code = adjustment.kind === 'penalty' ? adjustment.code : undefined;
  return { adjusts, ...(code !== undefined && { code }) };
}

/** Points of one sort for a unit, row by row: several rows that changed are told as one sum. */
function changedAdjustments(unitId: string, { before, after, language }: TwoReadings) {
  const rowsIn = ({ adjustments = [] }: PeriodInput) => adjustments.filter((each) => each.unitId === unitId);
  const targets = new Map(
    [...rowsIn(after), ...rowsIn(before)].map((each) => [JSON.stringify(targetOf(each)), targetOf(each)]),
  );
  return [...targets].flatMap(([key, target]) => {
    const pointsIn = (input: PeriodInput) =>
      rowsIn(input)
        .filter((each) => JSON.stringify(targetOf(each)) === key)
        .map(({ points }) => points);
    const [then, now] = [pointsIn(before), pointsIn(after)];
    const nth = now.findIndex((points, place) => points !== then[place]);
    const text = (rows: typeof now) =>
      rows.map((points) => entryText(pointsAsNumber(points), language)).join(' + ');
    const at: EntryKey = { kind: 'adjustment', unitId, ...target, ...(nth !== -1 && { nth }) };
    return changed(at, text(then), text(now));
  });
}

/** Every entry about a unit alone that differs between two readings and may decide its points. */
export function changesOfUnit(unitId: string, readings: TwoReadings): readonly ChangedEntry[] {
  return [
    ...changedOverrides(unitId, readings),
    ...changedExemptions(unitId, readings),
    ...changedMarks(unitId, readings),
    ...changedAdjustments(unitId, readings),
  ];
}
