import {
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOf,
} from '../domain/criteria-set.ts';
import type { UnitId } from '../domain/unit.ts';
import type { RowReader } from './row-reader.ts';
import type { WhoIsScored } from './who-is-scored.ts';

/** The components below every code of a set: a branch stands for all that stands below it. */
export type ComponentsByCode = ReadonlyMap<string, readonly CriterionCode[]>;

export function componentsByCode(set: CriteriaSet): ComponentsByCode {
  const entries = (node: CriterionNode): readonly (readonly [string, readonly CriterionCode[]])[] => [
    [node.code, componentsOf(node).map((component) => component.code)],
    ...(node.kind === 'branch' ? node.children.flatMap(entries) : []),
  ];
  return new Map(set.fields.flatMap(entries));
}

/** What a row about one unit may name. */
export interface UnitCodes {
  /** Codes of the Units tab; absent when that tab could not be read. */
  readonly unitIds: ReadonlySet<string> | undefined;
  /** The codes of the criteria set that scores the unit. */
  codesOf(unitId: string): ComponentsByCode;
  /** True for the code of a row, or of a set, that could not be read: that mistake is reported once, where it was made. */
  isUnread(code: string): boolean;
}

export function unitCodes(
  sets: readonly CriteriaSet[],
  isUnread: UnitCodes['isUnread'],
  unitIds: ReadonlySet<string> | undefined,
  scored: WhoIsScored,
): UnitCodes {
  const codesBySet = new Map(sets.map((set) => [set.id, componentsByCode(set)]));
  const anyCode = new Map([...codesBySet.values()].flatMap((codes) => [...codes]));
  return {
    unitIds,
    isUnread,
    codesOf: (unitId) => {
      const setId = scored.setOf.get(unitId);
      // A unit whose own row is wrong: any code will do, lest one mistake be reported many times over.
      return (setId === undefined ? undefined : codesBySet.get(setId)) ?? anyCode;
    },
  };
}

/** The unit code when the Units tab has it; undefined, and reported, otherwise. */
export function checkUnit<Name extends string>(
  reader: RowReader<Name>,
  column: Name,
  unitId: UnitId | undefined,
  known: UnitCodes,
): UnitId | undefined {
  if (unitId === undefined || known.unitIds?.has(unitId) !== false) return unitId;
  reader.report(column, { code: 'unknown-code', given: unitId, referent: 'listed-unit' });
  return undefined;
}

/** The criterion code when the unit's criteria set has it; undefined, and reported, otherwise. */
export function checkCode<Name extends string>(
  reader: RowReader<Name>,
  column: Name,
  code: CriterionCode,
  unitId: UnitId,
  known: UnitCodes,
): CriterionCode | undefined {
  if (known.codesOf(unitId).has(code)) return code;
  if (known.isUnread(code)) return undefined;
  reader.report(column, { code: 'unknown-code', given: code, referent: 'component' });
  return undefined;
}
