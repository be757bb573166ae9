import type { Assessment, Exemption } from '../domain/assessment.ts';
import { compareCodes } from '../domain/compare-codes.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { canonicalJson } from './canonical-json.ts';

/** Raised whenever the same entries would give another text, so that fingerprints are never mixed up. */
const FORMAT = 'par-index-input/1';

/**
 * The text whose fingerprint identifies the entries of a period. The order of units, groups, sets and tabs
 * has no meaning and leaves the text as it is; the order of criteria inside a set is part of the entries.
 * A blank mark and a missing one are the same entry.
 */
export function canonicalInput(input: PeriodInput): string {
  return canonicalJson([
    FORMAT,
    {
      ...input,
      settings: {
        ...input.settings,
        classifications: input.settings.classifications.toSorted((a, b) =>
          compareCodes(a.level ?? '', b.level ?? ''),
        ),
      },
      groups: input.groups.toSorted((a, b) => compareCodes(a.id, b.id)),
      units: input.units.toSorted((a, b) => compareCodes(a.id, b.id)),
      sets: input.sets.toSorted((a, b) => compareCodes(a.id, b.id)),
      assessments: input.assessments
        .map(withoutBlanks)
        .filter((assessment) => assessment.marks.size > 0)
        .toSorted((a, b) => compareCodes(a.unitId, b.unitId) || compareCodes(a.stage, b.stage)),
      exemptions: input.exemptions.toSorted(compareExemptions),
    },
  ]);
}

function withoutBlanks(assessment: Assessment): Assessment {
  return { ...assessment, marks: new Map([...assessment.marks].filter(([, mark]) => mark.kind !== 'blank')) };
}

function compareExemptions(a: Exemption, b: Exemption): number {
  return compareCodes(a.unitId, b.unitId) || compareCodes(a.code, b.code);
}
