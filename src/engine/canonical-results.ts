import { compareCodes } from '../domain/compare-codes.ts';
import { componentResultsOf } from '../domain/components-of-results.ts';
import type { ComponentResult, RankedUnit, Scoreboard, UnrankedUnit } from '../domain/scoreboard.ts';
import { canonicalJson } from './canonical-json.ts';
import { branchDeductions } from './earned-by-block.ts';

/** Raised whenever the same results would give another text. */
const FORMAT = 'par-index-results/1';

/**
 * The text whose fingerprint identifies the results of a period: every point, index, rank and class of every
 * unit, by code. The order of the groups has no meaning; units stand best first, equal ranks by code. Names,
 * rules and workings are left out: they follow from the entries, which have a fingerprint of their own.
 */
export function canonicalScoreboard(board: Scoreboard): string {
  const groups = board.groups.toSorted((a, b) => compareCodes(a.group.id, b.group.id));
  return canonicalJson([
    FORMAT,
    groups.map(({ group, ranked, unranked, mean, grades }) => ({
      group: group.id,
      mean,
      grades,
      ranked: ranked.map((unit) => ({ ...resultOf(unit), standing: unit.standing })),
      unranked: unranked.map((unit) => ({ ...resultOf(unit), reason: unit.reason })),
    })),
  ]);
}

function resultOf({ sheet, index, grade, ceiling }: RankedUnit | UnrankedUnit) {
  return {
    unit: sheet.unit.id,
    index,
    grade,
    ceiling,
    blocks: sheet.blocks,
    components: componentResultsOf(sheet.fields).map(componentEntry),
    penalties: branchDeductions(sheet.fields),
    adjustment: sheet.adjustment,
    surveyLeftOut: sheet.surveyLeftOut,
  };
}

function componentEntry({ code, mark, source, earned, attainable }: ComponentResult) {
  return [code, mark.kind, source, earned, attainable];
}
