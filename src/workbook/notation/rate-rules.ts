import type { Bilingual, Language } from '../../domain/language.ts';
import { RULE_WORDS } from '../../domain/messages/rule-messages.ts';
import { compareRatios, type Ratio } from '../../domain/ratio.ts';
import type {
  Award,
  BandsRule,
  Bound,
  FigureKind,
  LinearRule,
  ProportionalRule,
  RuleBand,
} from '../../domain/rule.ts';
import { awardOf, writeAward } from './award.ts';
import { unreachableBand } from './band-pieces.ts';
import { boundOf, writeBound } from './bound.ts';
import type { Entry } from './entries.ts';
import { isWord } from './label.ts';
import { percentOf, type Quantity, quantityOf, writePercent, writeQuantity } from './number.ts';
import { readParameters, requiredParameter, writeParameters } from './parameters.ts';
import {
  andThen,
  atLeastOne,
  mapParsed,
  type Parsed,
  type Piece,
  parsed,
  parseEach,
  stopAt,
} from './piece.ts';

const figureOf = (quantity: Quantity): FigureKind => (quantity.percent ? 'rate' : 'number');

/** The last part of a list, "còn lại: 0", and the parts before it. */
export function splitRemainder(
  entries: readonly Entry[],
  end: number,
): Parsed<{ readonly before: readonly Entry[]; readonly otherwise: Award }> {
  const last = entries.at(-1);
  if (last === undefined || !isWord(last.head, RULE_WORDS.remainder)) return stopAt(end, 'remainder');
  const otherwise = awardOf(last.value, last.head.at + last.head.text.length);
  return andThen(otherwise, (award) => parsed({ before: entries.slice(0, -1), otherwise: award }));
}

export function writeRemainder(award: Award, language: Language): string {
  return `${RULE_WORDS.remainder[language]}: ${writeAward(award, language)}`;
}

/** `≥ 100%: 2; ≥ 80%: 1; còn lại: 0`: all bounds in percent, or none; the first that holds decides, and each must be able to. */
export function parseBands(entries: readonly Entry[], end: number): Parsed<BandsRule> {
  return andThen(splitRemainder(entries, end), ({ before, otherwise }) => {
    let of: FigureKind | undefined;
    const bands = parseEach(before, ({ head, value }): Parsed<RuleBand> => {
      const bound = boundOf(head);
      if (!bound.ok) return bound;
      of ??= figureOf(bound.value);
      if (figureOf(bound.value) !== of) return stopAt(head.at, 'same-unit');
      const award = awardOf(value, head.at + head.text.length);
      const { comparison, value: limit } = bound.value;
      return andThen(award, (given) => parsed({ bound: { comparison, value: limit }, award: given }));
    });
    const listed = andThen(bands, (list) => atLeastOne(list, entries[0]?.head.at ?? end, 'comparison'));
    return andThen(listed, (list) => {
      const figures = of ?? 'rate';
      const idle = before[unreachableBand(figures, list)];
      if (idle !== undefined) return stopAt(idle.head.at, 'reachable-bound');
      return parsed({ kind: 'bands', of: figures, bands: list, otherwise });
    });
  });
}

export function writeBands(rule: BandsRule, language: Language): string {
  const bands = rule.bands.map(
    ({ bound, award }) =>
      `${writeBound(bound, rule.of === 'rate', language)}: ${writeAward(award, language)}`,
  );
  return [...bands, writeRemainder(rule.otherwise, language)].join('; ');
}

type ProportionalName = 'full' | 'floor';
const PROPORTIONAL: Readonly<Record<ProportionalName, Bilingual>> = {
  full: RULE_WORDS.full,
  floor: RULE_WORDS.floor,
};

const positivePercentOf = (piece: Piece): Parsed<Ratio> =>
  andThen(percentOf(piece), (rate) =>
    rate.numerator > 0n ? parsed(rate) : stopAt(piece.at, 'positive-number'),
  );

/** `đủ: 100%; sàn: ≥ 80%`. */
export function parseProportional(entries: readonly Entry[], end: number): Parsed<ProportionalRule> {
  return andThen(readParameters(entries, PROPORTIONAL), (parameters) => {
    const full = requiredParameter(parameters, 'full', end, PROPORTIONAL.full, positivePercentOf);
    if (!full.ok) return full;
    const floor = requiredParameter(parameters, 'floor', end, PROPORTIONAL.floor, (piece) =>
      floorOf(piece, full.value),
    );
    return mapParsed(floor, (bound) => ({ kind: 'proportional', full: full.value, floor: bound }));
  });
}

/** A lower bound in percent, up to the rate for full marks. */
function floorOf(piece: Piece, full: Ratio): Parsed<Bound> {
  return andThen(boundOf(piece), ({ comparison, value, percent }): Parsed<Bound> => {
    if (!percent) return stopAt(piece.at, 'percent');
    if (comparison !== '>=' && comparison !== '>') return stopAt(piece.at, 'comparison');
    return compareRatios(value, full) > 0
      ? stopAt(piece.at, 'floor-up-to-full')
      : parsed({ comparison, value });
  });
}

export function writeProportional(rule: ProportionalRule, language: Language): string {
  return writeParameters(
    [
      [PROPORTIONAL.full, writePercent(rule.full, language)],
      [PROPORTIONAL.floor, writeBound(rule.floor, true, language)],
    ],
    language,
  );
}

type LinearName = 'from' | 'to';
const LINEAR: Readonly<Record<LinearName, Bilingual>> = { from: RULE_WORDS.from, to: RULE_WORDS.to };

/** `từ: 50%; đến: 100%`, or the other way round for a measure that should be low: both in percent, or neither. */
export function parseLinear(entries: readonly Entry[], end: number): Parsed<LinearRule> {
  return andThen(readParameters(entries, LINEAR), (parameters) => {
    const from = requiredParameter(parameters, 'from', end, LINEAR.from, quantityOf);
    if (!from.ok) return from;
    return requiredParameter(parameters, 'to', end, LINEAR.to, (piece) =>
      andThen(quantityOf(piece), (to): Parsed<LinearRule> => {
        const of = figureOf(from.value);
        if (figureOf(to) !== of) return stopAt(piece.at, 'same-unit');
        if (compareRatios(from.value.value, to.value) === 0) return stopAt(piece.at, 'other-number');
        return parsed({ kind: 'linear', of, from: from.value.value, to: to.value });
      }),
    );
  });
}

export function writeLinear(rule: LinearRule, language: Language): string {
  const written = (value: LinearRule['from']) =>
    writeQuantity({ value, percent: rule.of === 'rate' }, language);
  return writeParameters(
    [
      [LINEAR.from, written(rule.from)],
      [LINEAR.to, written(rule.to)],
    ],
    language,
  );
}
