import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { ChangePart } from '../../domain/explanation.ts';
import type { Mark } from '../../domain/mark.ts';
import { formatPoints, formatRatio } from '../../domain/number-format.ts';
import { NO_POINTS, type Points, sumPoints } from '../../domain/points.ts';
import type { ComponentResult, NodeResult, Scoreboard } from '../../domain/scoreboard.ts';
import { explainChanges } from '../../engine/compare/explain-change.ts';
import type { Result } from '../result/result-schema.ts';
import type { Compared } from './load-compared.ts';
import { yearOnYear } from './year-on-year.ts';

/** A mark as text, so that blank, zero and not applicable stay three things. */
function markText(mark: Mark | undefined): string | null {
  if (mark === undefined) return null;
  switch (mark.kind) {
    case 'scored':
      return formatPoints(mark.points, 'en');
    case 'zero':
      return '0';
    default:
      return mark.kind;
  }
}

function componentsIn(nodes: readonly NodeResult[]): readonly ComponentResult[] {
  return nodes.flatMap((node) => (node.kind === 'component' ? [node] : componentsIn(node.children)));
}

interface Entry {
  readonly unit: string;
  readonly component: CriterionCode;
  readonly stage: ComponentResult['source'];
  readonly mark: string | null;
  readonly earned: string;
}

/** Every mark that decides results, by unit and component. */
function entriesOf(board: Scoreboard): ReadonlyMap<string, Entry> {
  const sheets = board.groups.flatMap((group) =>
    [...group.ranked, ...group.unranked].map(({ sheet }) => sheet),
  );
  return new Map(
    sheets.flatMap(({ unit, fields }) =>
      componentsIn(fields).map((result): [string, Entry] => [
        JSON.stringify([unit.id, result.code]),
        {
          unit: unit.id,
          component: result.code,
          stage: result.source,
          mark: markText(result.mark),
          // What a penalty took is told apart.
          earned: formatPoints(sumPoints([result.earned, result.deducted ?? NO_POINTS]), 'en'),
        },
      ]),
    ),
  );
}

function differingEntries(a: Scoreboard, b: Scoreboard) {
  const [before, after] = [entriesOf(a), entriesOf(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const either = is ?? was;
    const isSame = was?.mark === is?.mark && was?.stage === is?.stage && was?.earned === is?.earned;
    if (either === undefined || isSame) return [];
    const side = (entry: Entry | undefined) =>
      entry === undefined ? null : { mark: entry.mark, stage: entry.stage, earned: entry.earned };
    return [{ unit: either.unit, component: either.component, before: side(was), after: side(is) }];
  });
}

interface Adjusted {
  readonly unit: string;
  readonly kind: 'bonus' | 'penalty';
  /** The row that a penalty was taken from; null for bonus and penalty on the total. */
  readonly code: string | null;
  readonly points: Points;
}

function penaltiesBelow(unit: string, nodes: readonly NodeResult[]): readonly Adjusted[] {
  return nodes.flatMap((node) => [
    ...(node.deducted === undefined
      ? []
      : [{ unit, kind: 'penalty' as const, code: node.code, points: node.deducted }]),
    ...(node.kind === 'branch' ? penaltiesBelow(unit, node.children) : []),
  ]);
}

/** Every bonus and penalty as it took effect, on rows and on the total. */
function adjustedOf(board: Scoreboard): ReadonlyMap<string, Adjusted> {
  const all = board.groups.flatMap(({ ranked, unranked }) =>
    [...ranked, ...unranked].flatMap(({ sheet: { unit, fields, adjustment } }): readonly Adjusted[] => [
      ...penaltiesBelow(unit.id, fields),
      ...(adjustment === undefined
        ? []
        : (['bonus', 'penalty'] as const).map((kind) => ({
            unit: unit.id,
            kind,
            code: null,
            points: adjustment[kind],
          }))),
    ]),
  );
  return new Map(
    all
      .filter(({ points }) => points > 0)
      .map((each) => [JSON.stringify([each.unit, each.kind, each.code]), each]),
  );
}

function differingAdjustments(a: Scoreboard, b: Scoreboard) {
  const [before, after] = [adjustedOf(a), adjustedOf(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const either = is ?? was;
    if (either === undefined || was?.points === is?.points) return [];
    const side = (each: Adjusted | undefined) =>
      each === undefined ? null : formatPoints(each.points, 'en');
    return [{ unit: either.unit, kind: either.kind, code: either.code, before: side(was), after: side(is) }];
  });
}

interface Place {
  readonly name: string;
  readonly group: string;
  readonly rank: number | null;
  readonly index: string | null;
  readonly exactIndex: string | null;
  readonly class: string | null;
}

function placesOf({ groups }: Result): ReadonlyMap<string, Place> {
  return new Map(
    groups.flatMap((group) =>
      group.units.map((unit): [string, Place] => [
        unit.code,
        {
          name: unit.name,
          group: group.code,
          rank: unit.rank ?? null,
          index: unit.index?.shown ?? null,
          exactIndex:
            unit.index === undefined ? null : `${unit.index.exact.numerator}/${unit.index.exact.denominator}`,
          class: unit.class ?? null,
        },
      ]),
    ),
  );
}

function movedUnits(a: Result, b: Result) {
  const [before, after] = [placesOf(a), placesOf(b)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((code) => {
    const [was, is] = [before.get(code) ?? null, after.get(code) ?? null];
    const places = [was, is].map((place) => JSON.stringify(place === null ? null : { ...place, name: '' }));
    return places[0] === places[1]
      ? []
      : [{ unit: code, name: (is ?? was)?.name ?? '', before: was, after: is }];
  });
}

/** The reason of a move in percentage points of the index, to six decimals. */
function partText(part: ChangePart) {
  const change = formatRatio(part.change, { decimals: 6, rounding: 'half-up' }, 'en');
  return part.kind === 'adjustment'
    ? { kind: part.kind, change }
    : { kind: part.kind, component: part.code, change };
}

/** Where two results differ: marks, places, and why each place moved. */
export function compareResults(a: Compared, b: Compared) {
  const side = ({ document }: Compared) => ({
    province: document.province,
    period: document.period,
    entriesHash: document.entriesHash,
    resultsHash: document.resultsHash,
  });
  const explanations = explainChanges(a.board, b.board);
  return {
    format: 'par-index-comparison/1',
    a: side(a),
    b: side(b),
    sameEntries: a.document.entriesHash === b.document.entriesHash,
    sameResults: a.document.resultsHash === b.document.resultsHash,
    marks: differingEntries(a.board, b.board),
    adjustments: differingAdjustments(a.board, b.board),
    units: movedUnits(a.document, b.document),
    yearOnYear: yearOnYear(a, b) ?? null,
    reasons: explanations.map(({ unitId, parts, noLongerAhead, nowAhead, rank }) => ({
      unit: unitId,
      rank,
      parts: parts.map(partText),
      noLongerAhead,
      nowAhead,
    })),
  };
}
