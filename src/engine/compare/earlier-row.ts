import type { CriterionCode, CriterionNode } from '../../domain/criteria-set.ts';

/**
 * The row that a row of now was in the set of the period before. A component is the one whose earlier code its set
 * names; any other row is the one of the same code and name: a code alone may have been given to another criterion.
 */
export function earlierRow<T extends CriterionNode>(
  row: CriterionNode,
  earlier: ReadonlyMap<CriterionCode, T>,
): T | undefined {
  const named = row.kind === 'component' ? row.previousCode : undefined;
  const found = earlier.get(named ?? row.code);
  return named !== undefined || found?.name === row.name ? found : undefined;
}
