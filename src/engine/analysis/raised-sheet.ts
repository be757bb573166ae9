import type { CriterionCode } from '../../domain/criteria-set.ts';
import { sumPoints } from '../../domain/points.ts';
import type { BranchResult, ComponentResult, NodeResult, ScoreSheet } from '../../domain/scoreboard.ts';
import { earnedByBlock } from '../earned-by-block.ts';
import { afterPenalty, totalDeducted } from '../penalties.ts';
import type { Penalties } from './gains.ts';

/** The sheet of a unit as it would be if some components had their full mark; penalties stay as they are. */
export function raisedSheet(
  sheet: ScoreSheet,
  codes: ReadonlySet<CriterionCode>,
  penalties: Penalties,
): ScoreSheet {
  const fields = sheet.fields.map((field) => raised(field, codes, penalties));
  const earned = earnedByBlock(fields);
  const deducted = totalDeducted(fields, sheet.adjustment);
  const { penalties: _, ...rest } = sheet;
  return {
    ...rest,
    fields,
    blocks: sheet.blocks.map((block) => ({ ...block, earned: earned[block.basis] })),
    earned: sumPoints(fields.map((field) => field.earned)),
    ...(deducted === 0 ? {} : { penalties: deducted }),
  };
}

function raised(result: NodeResult, codes: ReadonlySet<CriterionCode>, penalties: Penalties): NodeResult {
  if (result.kind === 'component') return codes.has(result.code) ? fullMark(result, penalties) : result;
  const children = result.children.map((child) => raised(child, codes, penalties));
  const { deducted: _, ...rest } = result;
  const sums: BranchResult = { ...rest, children, earned: sumPoints(children.map(({ earned }) => earned)) };
  return afterPenalty(sums, penalties);
}

function fullMark(result: ComponentResult, penalties: Penalties): ComponentResult {
  const { deducted: _, ...rest } = result;
  return afterPenalty({ ...rest, earned: result.attainable }, penalties);
}
