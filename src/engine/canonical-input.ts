import type { Assessment, Exemption } from '../domain/assessment.ts';
import { compareCodes } from '../domain/compare-codes.ts';
import type { CriteriaSetId, CriterionCode } from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { canonicalJson, canonicalPieces, rememberedTexts, Series, type Verbatim } from './canonical-json.ts';
import { methodOf } from './method-of.ts';

/** Raised whenever the same entries would give another text, so that fingerprints are never mixed up. */
const FORMAT = 'par-index-input/2';

/** From the whole down to an entry of a list, such as the assessment of a unit: [format, { assessments: [ entry ] }]. */
const LEVELS = 3;

/**
 * The text, in pieces, whose fingerprint identifies the entries of a period. The order of units, groups, sets and tabs
 * has no meaning and leaves the text as it is; the order of criteria inside a set is part of the entries.
 * A blank mark and a missing one are the same entry, and so are an option left out, its default, and the same option
 * stated for every set. The language in
 * which the workbook answers is no entry: it decides no figure (docs/adr/0006).
 */
export function canonicalInput(input: PeriodInput): Iterable<string> {
  const { settings, scoring: _, bySet: __, analysis: ___, ...entered } = input;
  const { province, period, classifications } = settings;
  const whole = [
    FORMAT,
    {
      ...entered,
      settings: {
        province,
        period,
        classifications: classifications.toSorted((a, b) => compareCodes(a.level ?? '', b.level ?? '')),
      },
      methods: new Map(input.sets.map(({ id }) => [id, decidingMethod(input, id)])),
      groups: input.groups.toSorted((a, b) => compareCodes(a.id, b.id)),
      units: input.units.toSorted((a, b) => compareCodes(a.id, b.id)),
      sets: input.sets.toSorted((a, b) => compareCodes(a.id, b.id)),
      assessments: new Series(givenAssessments(input)),
      exemptions: input.exemptions.toSorted(compareExemptions),
      overrides: sortedByText(input.overrides ?? []),
      adjustments: sortedByText(input.adjustments ?? []),
    },
  ];
  return canonicalPieces(whole, LEVELS);
}

/** The assessments as they are written, in the order of units and stages; those of blanks alone are left out. */
function* givenAssessments({ assessments }: PeriodInput) {
  const textOf = rememberedTexts();
  const inOrder = assessments.toSorted(
    (a, b) => compareCodes(a.unitId, b.unitId) || compareCodes(a.stage, b.stage),
  );
  for (const assessment of inOrder) {
    const given = withoutBlanks(assessment, textOf);
    if (given.marks.size > 0 || given.declared !== undefined) yield given;
  }
}

/** How a set is scored, wherever that is stated; how its stated sums are checked decides no figure. */
function decidingMethod(input: PeriodInput, setId: CriteriaSetId) {
  const { settings, options } = methodOf(input, setId);
  const { notApplicable, rounding, decimals } = settings;
  const { statedSums: _, sumTolerance: __, ...deciding } = options;
  return { notApplicable, rounding, decimals, ...deciding };
}

/** An assessment as it is written: marks and declared values in the order of their codes. */
function withoutBlanks({ unitId, stage, marks, declared }: Assessment, textOf: (value: object) => Verbatim) {
  const given = textsByCode(marks, (mark) => (mark.kind === 'blank' ? undefined : textOf(mark)));
  const facts = textsByCode(declared ?? new Map<CriterionCode, DeclaredValue>(), textOf);
  return { unitId, stage, marks: given, ...(facts.size === 0 ? {} : { declared: facts }) };
}

function textsByCode<V>(
  entries: ReadonlyMap<CriterionCode, V>,
  textOf: (value: V) => Verbatim | undefined,
): ReadonlyMap<CriterionCode, Verbatim> {
  const texts = new Map<CriterionCode, Verbatim>();
  for (const [code, value] of entries) {
    const text = textOf(value);
    if (text !== undefined) texts.set(code, text);
  }
  return texts;
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
