import type { Adjustment, Override } from '../domain/adjustment.ts';
import type { Assessment, Exemption, Stage } from '../domain/assessment.ts';
import type { CriterionCode } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { UnitId } from '../domain/unit.ts';

/** Everything that was entered about one unit: its assessment at each stage, what does not apply, decisions. */
export interface UnitEntries {
  readonly assessments: ReadonlyMap<Stage, Assessment>;
  readonly exemptions: ReadonlyMap<CriterionCode, Exemption>;
  readonly overrides: ReadonlyMap<CriterionCode, Override>;
  readonly adjustments: readonly Adjustment[];
}

interface EntriesBeingGathered extends UnitEntries {
  readonly assessments: Map<Stage, Assessment>;
  readonly exemptions: Map<CriterionCode, Exemption>;
  readonly overrides: Map<CriterionCode, Override>;
  readonly adjustments: Adjustment[];
}

/** The entries of every unit of a period; a unit without any has empty ones. */
export function gatherEntries(input: PeriodInput): ReadonlyMap<UnitId, UnitEntries> {
  const entries = new Map<UnitId, EntriesBeingGathered>();
  for (const unit of input.units) {
    if (entries.has(unit.id)) throw new Error(`two units with the code ${unit.id}`);
    entries.set(unit.id, {
      assessments: new Map(),
      exemptions: new Map(),
      overrides: new Map(),
      adjustments: [],
    });
  }
  for (const assessment of input.assessments) {
    setOnce(entriesOf(entries, assessment.unitId).assessments, assessment.stage, assessment);
  }
  for (const exemption of input.exemptions) {
    setOnce(entriesOf(entries, exemption.unitId).exemptions, exemption.code, exemption);
  }
  for (const override of input.overrides ?? []) {
    setOnce(entriesOf(entries, override.unitId).overrides, override.code, override);
  }
  for (const adjustment of input.adjustments ?? []) {
    entriesOf(entries, adjustment.unitId).adjustments.push(adjustment);
  }
  return entries;
}

/** Of two entries for the same thing neither may win by its place in a list: that is a bug of the caller. */
function setOnce<K, V extends { readonly unitId: UnitId }>(map: Map<K, V>, key: K, value: V): void {
  if (map.has(key)) throw new Error(`two entries of ${value.unitId} for ${key}`);
  map.set(key, value);
}

/** The entries of a unit that is known to exist: an unknown one is a bug of whoever made the input. */
export function entriesOf<T extends UnitEntries>(entries: ReadonlyMap<UnitId, T>, unitId: UnitId): T {
  const found = entries.get(unitId);
  if (found === undefined) throw new Error(`entries of an unknown unit: ${unitId}`);
  return found;
}
