import type { JsonObject } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';

/** A condition as the API has it: in validation rules, conditional formats and filters. */
export type BooleanCondition = JsonObject & {
  readonly type?: string;
  readonly values?: readonly ConditionValue[];
};

export type ConditionValue = JsonObject & {
  readonly userEnteredValue?: string;
  readonly relativeDate?: string;
};

type Use = 'validation' | 'format' | 'filter';

interface Kind {
  /** How many values it takes: from, to. */
  readonly values: readonly [number, number];
  readonly uses: readonly Use[];
}

const EVERYWHERE: readonly Use[] = ['validation', 'format', 'filter'];
const LOOKS: readonly Use[] = ['format', 'filter'];
const INPUT: readonly Use[] = ['validation'];
const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** What each kind takes and where it may stand, as Google's reference says. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(
    [
      'NUMBER_GREATER',
      'NUMBER_GREATER_THAN_EQ',
      'NUMBER_LESS',
      'NUMBER_LESS_THAN_EQ',
      'NUMBER_EQ',
      'NUMBER_NOT_EQ',
      'TEXT_CONTAINS',
      'TEXT_NOT_CONTAINS',
      'TEXT_EQ',
      'DATE_EQ',
      'DATE_BEFORE',
      'DATE_AFTER',
      'CUSTOM_FORMULA',
    ] as const
  ).map((type) => [type, { values: [1, 1], uses: EVERYWHERE }] as const),
  ...(['NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN'] as const).map(
    (type) => [type, { values: [2, 2], uses: EVERYWHERE }] as const,
  ),
  ...(['TEXT_STARTS_WITH', 'TEXT_ENDS_WITH'] as const).map(
    (type) => [type, { values: [1, 1], uses: LOOKS }] as const,
  ),
  ...(['BLANK', 'NOT_BLANK'] as const).map((type) => [type, { values: [0, 0], uses: LOOKS }] as const),
  ...(['TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_IS_VALID'] as const).map(
    (type) => [type, { values: [0, 0], uses: INPUT }] as const,
  ),
  ...(['DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'ONE_OF_RANGE'] as const).map(
    (type) => [type, { values: [1, 1], uses: INPUT }] as const,
  ),
  ...(['DATE_BETWEEN', 'DATE_NOT_BETWEEN'] as const).map(
    (type) => [type, { values: [2, 2], uses: INPUT }] as const,
  ),
  ['ONE_OF_LIST', { values: [1, ANY_NUMBER], uses: INPUT }],
  ['BOOLEAN', { values: [0, 2], uses: INPUT }],
]);

/** Where a kind has no place, in the words that others measured; those for validation are like them. */
const PLACES: Readonly<Record<Use, string>> = {
  format: 'conditional formats',
  filter: 'filters',
  validation: 'data validation',
};

/** Refuses a condition without a kind, of a kind that has no place here, or with too many or too few values (our wording). */
export function assertCondition(condition: BooleanCondition | undefined, use: Use): void {
  const type = condition?.type ?? 'CONDITION_TYPE_UNSPECIFIED';
  const kind = KINDS.get(type);
  if (kind === undefined || !kind.uses.includes(use))
    throw new Refusal(`ConditionType '${type}' is not supported in ${PLACES[use]}.`);
  const count = condition?.values?.length ?? 0;
  const [least, most] = kind.values;
  if (count < least || count > most)
    throw new Refusal(`Condition type ${type} does not take ${count} condition values.`);
}
