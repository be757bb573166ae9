import type { Assessment, Exemption } from '../domain/assessment.ts';
import { compareCodes } from '../domain/compare-codes.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import { canonicalJson } from './canonical-json.ts';

/** Raised whenever the same entries would give another text, so that fingerprints are never mixed up. */
const FORMAT = 'par-index-input/2';

/**
 * The text whose fingerprint identifies the entries of a period. The order of units, groups, sets and tabs
 * has no meaning and leaves the text as it is; the order of criteria inside a set is part of the entries.
 * A blank mark and a missing one are the same entry, and so are an option left out and its default. The language in
 * which the workbook answers is no entry: it decides no figure (docs/adr/0006).
 */
export function canonicalInput(input: PeriodInput): string {
  const { language: _, classifications, ...settings } = input.settings;
  return canonicalJson([
    FORMAT,
    {
      ...input,
      settings: {
        ...settings,
        classifications: classifications.toSorted((a, b) => compareCodes(a.level ?? '', b.level ?? '')),
      },
      scoring: { ...DEFAULT_SCORING_OPTIONS, ...input.scoring },
      groups: input.groups.toSorted((a, b) => compareCodes(a.id, b.id)),
      units: input.units.toSorted((a, b) => compareCodes(a.id, b.id)),
      sets: input.sets.toSorted((a, b) => compareCodes(a.id, b.id)),
      assessments: input.assessments
        .map(withoutBlanks)
        .filter((assessment) => assessment.marks.size > 0 || assessment.declared !== undefined)
        .toSorted((a, b) => compareCodes(a.unitId, b.unitId) || compareCodes(a.stage, b.stage)),
      exemptions: input.exemptions.toSorted(compareExemptions),
      overrides: sortedByText(input.overrides ?? []),
      adjustments: sortedByText(input.adjustments ?? []),
    },
  ]);
}

function withoutBlanks(assessment: Assessment): Assessment {
  const { unitId, stage, declared } = assessment;
  const marks = new Map([...assessment.marks].filter(([, mark]) => mark.kind !== 'blank'));
  return { unitId, stage, marks, ...(declared === undefined || declared.size === 0 ? {} : { declared }) };
}

function sortedByText<T>(entries: readonly T[]): readonly T[] {
  return entries
    .map((entry) => ({ entry, text: canonicalJson(entry) }))
    .toSorted((a, b) => compareCodes(a.text, b.text))
    .map(({ entry }) => entry);
}

function compareExemptions(a: Exemption, b: Exemption): number {
  return compareCodes(a.unitId, b.unitId) || compareCodes(a.code, b.code);
}
