import { compareCodes } from '../domain/compare-codes.ts';
import { componentResultsOf } from '../domain/components-of-results.ts';
import type { ComponentResult, RankedUnit, Scoreboard, UnrankedUnit } from '../domain/scoreboard.ts';
import { canonicalJson, canonicalPieces, Series, Verbatim } from './canonical-json.ts';
import { branchDeductions } from './earned-by-block.ts';

/** Raised whenever the same results would give another text. */
const FORMAT = 'par-index-results/1';

/** From the whole down to the result of a unit: [format, [ { ranked: [ unit ] } ]]. */
const LEVELS = 4;

/**
 * The text, in pieces, whose fingerprint identifies the results of a period: every point, index, rank and class of every
 * unit, by code. The order of the groups has no meaning; units stand best first, equal ranks by code. Names,
 * rules and workings are left out: they follow from the entries, which have a fingerprint of their own.
 */
export function canonicalScoreboard(board: Scoreboard): Iterable<string> {
  const groups = board.groups.toSorted((a, b) => compareCodes(a.group.id, b.group.id));
  const textOf = componentTexts();
  const whole = [
    FORMAT,
    groups.map(({ group, ranked, unranked, mean, grades }) => ({
      group: group.id,
      mean,
      grades,
      ranked: seriesOf(ranked, (unit) => ({ ...resultOf(unit, textOf), standing: unit.standing })),
      unranked: seriesOf(unranked, (unit) => ({ ...resultOf(unit, textOf), reason: unit.reason })),
    })),
  ];
  return canonicalPieces(whole, LEVELS);
}

/** A series in which each item is written as something else. */
function seriesOf<T>(items: readonly T[], writtenAs: (item: T) => unknown): Series {
  return new Series(
    (function* () {
      for (const item of items) yield writtenAs(item);
    })(),
  );
}

function resultOf(
  { sheet, index, grade, ceiling }: RankedUnit | UnrankedUnit,
  textOf: (result: ComponentResult) => Verbatim,
) {
  return {
    unit: sheet.unit.id,
    index,
    grade,
    ceiling,
    blocks: sheet.blocks,
    components: componentResultsOf(sheet.fields).map(textOf),
    penalties: branchDeductions(sheet.fields),
    adjustment: sheet.adjustment,
    surveyLeftOut: sheet.surveyLeftOut,
  };
}

/** The entry of a component as text; units of the same entry share their result. */
function componentTexts(): (result: ComponentResult) => Verbatim {
  const texts = new Map<ComponentResult, Verbatim>();
  return (result) => {
    const known = texts.get(result);
    if (known !== undefined) return known;
    const { code, mark, source, earned, attainable } = result;
    const text = new Verbatim(canonicalJson([code, mark.kind, source, earned, attainable]));
    texts.set(result, text);
    return text;
  };
}
