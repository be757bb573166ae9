import {
  BASES,
  type Component,
  type CriteriaSet,
  type CriterionCode,
  componentsOfSet,
} from '../domain/criteria-set.ts';
import { sumPoints } from '../domain/points.ts';
import type { BlockResult, ComponentResult, ScoreSheet } from '../domain/scoreboard.ts';
import type { Unit } from '../domain/unit.ts';
import { componentResult } from './component-result.ts';
import { rollUp } from './roll-up.ts';
import type { UnitEntries } from './unit-entries.ts';

interface MarkedComponent {
  readonly component: Component;
  readonly result: ComponentResult;
}

/** The points of one unit by field and by block, with what was taken out for it and what is still blank. */
export function scoreSheet(unit: Unit, set: CriteriaSet, entries: UnitEntries): ScoreSheet {
  const marked = new Map<CriterionCode, MarkedComponent>();
  for (const component of componentsOfSet(set)) {
    if (marked.has(component.code)) throw new Error(`two components with the code ${component.code}`);
    marked.set(component.code, { component, result: componentResult(component, entries) });
  }
  const fields = set.fields.map((field) => rollUp(field, (component) => resultOf(marked, component)));
  const all = [...marked.values()];
  return {
    unit,
    fields,
    blocks: blocksOf(all),
    earned: sumPoints(fields.map((field) => field.earned)),
    attainable: sumPoints(fields.map((field) => field.attainable)),
    fullMax: sumPoints(all.map(({ component }) => component.maxScore)),
    removed: all
      .filter(({ result }) => result.mark.kind === 'not-applicable')
      .map(({ component }) => ({ code: component.code, maxScore: component.maxScore })),
    missing: all.filter(({ result }) => result.mark.kind === 'blank').map(({ component }) => component.code),
  };
}

function resultOf(
  marked: ReadonlyMap<CriterionCode, MarkedComponent>,
  component: Component,
): ComponentResult {
  const found = marked.get(component.code);
  if (found === undefined) throw new Error(`no result for the component ${component.code}`);
  return found.result;
}

/** The blocks that the set has components in, appraised before surveyed. */
function blocksOf(all: readonly MarkedComponent[]): readonly BlockResult[] {
  return BASES.flatMap((basis) => {
    const block = all.filter(({ component }) => component.basis === basis);
    if (block.length === 0) return [];
    return [
      {
        basis,
        earned: sumPoints(block.map(({ result }) => result.earned)),
        attainable: sumPoints(block.map(({ result }) => result.attainable)),
        fullMax: sumPoints(block.map(({ component }) => component.maxScore)),
      },
    ];
  });
}
