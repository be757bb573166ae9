import type { Assessment, Exemption, Stage } from '../domain/assessment.ts';
import type { CriterionCode } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { UnitId } from '../domain/unit.ts';

/** Everything that was entered about one unit: its assessment at each stage, and what does not apply to it. */
export interface UnitEntries {
  readonly assessments: ReadonlyMap<Stage, Assessment>;
  readonly exemptions: ReadonlyMap<CriterionCode, Exemption>;
}

interface EntriesBeingGathered extends UnitEntries {
  readonly assessments: Map<Stage, Assessment>;
  readonly exemptions: Map<CriterionCode, Exemption>;
}

/** The entries of every unit of a period; a unit without any has empty ones. */
export function gatherEntries(input: PeriodInput): ReadonlyMap<UnitId, UnitEntries> {
  const entries = new Map<UnitId, EntriesBeingGathered>();
  for (const unit of input.units) {
    if (entries.has(unit.id)) throw new Error(`two units with the code ${unit.id}`);
    entries.set(unit.id, { assessments: new Map(), exemptions: new Map() });
  }
  for (const assessment of input.assessments) {
    const { assessments } = entriesOf(entries, assessment.unitId);
    if (assessments.has(assessment.stage))
      throw new Error(`two assessments of ${assessment.unitId} at the stage ${assessment.stage}`);
    assessments.set(assessment.stage, assessment);
  }
  for (const exemption of input.exemptions) {
    entriesOf(entries, exemption.unitId).exemptions.set(exemption.code, exemption);
  }
  return entries;
}

/** The entries of a unit that is known to exist: an unknown one is a bug of whoever made the input. */
export function entriesOf<T extends UnitEntries>(entries: ReadonlyMap<UnitId, T>, unitId: UnitId): T {
  const found = entries.get(unitId);
  if (found === undefined) throw new Error(`entries of an unknown unit: ${unitId}`);
  return found;
}
