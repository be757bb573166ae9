import type { Bilingual, Language } from '../../domain/language.ts';
import { RULE_WORDS } from '../../domain/messages/rule-messages.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Entry } from './entries.ts';
import {
  plainNumberOf,
  pointsOf,
  positiveNumberOf,
  quantityOf,
  wholeNumberOf,
  writePoints,
} from './number.ts';
import { optionalParameter, readParameters, requiredParameter, writeParameters } from './parameters.ts';
import { andThen, mapParsed, type Parsed, type Piece, parsed, stopAt } from './piece.ts';
import { writeNumber } from './write-number.ts';

type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { readonly kind: Kind }>;

const PER_COUNT = { each: RULE_WORDS.each, cap: RULE_WORDS.cap } satisfies Record<string, Bilingual>;

/** `mỗi: 0,5; tối đa: 2`. */
export function parsePerCount(entries: readonly Entry[], end: number): Parsed<RuleOf<'per-count'>> {
  return andThen(readParameters(entries, PER_COUNT), (parameters) => {
    const each = requiredParameter(parameters, 'each', end, PER_COUNT.each, pointsOf);
    const cap = optionalParameter(parameters, 'cap', pointsOf);
    if (!each.ok) return each;
    return mapParsed(cap, (most) => ({
      kind: 'per-count',
      each: each.value,
      ...(most !== undefined && { cap: most }),
    }));
  });
}

export function writePerCount(rule: RuleOf<'per-count'>, language: Language): string {
  const cap = rule.cap === undefined ? undefined : writePoints(rule.cap, language);
  return writeParameters(
    [
      [PER_COUNT.each, writePoints(rule.each, language)],
      [PER_COUNT.cap, cap],
    ],
    language,
  );
}

const MEAN = { scale: RULE_WORDS.scale, decimals: RULE_WORDS.decimals } satisfies Record<string, Bilingual>;

/** Decimals to which a mean is rounded at most. */
const DECIMALS_LIMIT = 6;

/** `thang: 10; làm tròn: 1`. */
export function parseMean(entries: readonly Entry[], end: number): Parsed<RuleOf<'mean-of-items'>> {
  return andThen(readParameters(entries, MEAN), (parameters) => {
    const scale = requiredParameter(parameters, 'scale', end, MEAN.scale, positiveNumberOf);
    const decimals = optionalParameter(parameters, 'decimals', (piece) =>
      wholeNumberOf(piece, DECIMALS_LIMIT),
    );
    if (!scale.ok) return scale;
    return mapParsed(decimals, (places) => ({
      kind: 'mean-of-items',
      scale: scale.value,
      ...(places !== undefined && { decimals: places }),
    }));
  });
}

export function writeMean(rule: RuleOf<'mean-of-items'>, language: Language): string {
  return writeParameters(
    [
      [MEAN.scale, writeNumber(rule.scale, language)],
      [MEAN.decimals, rule.decimals?.toString()],
    ],
    language,
  );
}

const SCALE = { scale: RULE_WORDS.scale } satisfies Record<string, Bilingual>;

/** `thang: 100`. */
export function parseOutsideIndex(entries: readonly Entry[], end: number): Parsed<RuleOf<'outside-index'>> {
  return andThen(readParameters(entries, SCALE), (parameters) =>
    mapParsed(requiredParameter(parameters, 'scale', end, SCALE.scale, positiveNumberOf), (scale) => ({
      kind: 'outside-index',
      scale,
    })),
  );
}

export function writeOutsideIndex(rule: RuleOf<'outside-index'>, language: Language): string {
  return writeParameters([[SCALE.scale, writeNumber(rule.scale, language)]], language);
}

const STEPS = {
  base: RULE_WORDS.base,
  from: RULE_WORDS.above,
  step: RULE_WORDS.step,
  each: RULE_WORDS.add,
  cap: RULE_WORDS.cap,
  multiplier: RULE_WORDS.multiplier,
} satisfies Record<string, Bilingual>;

/** `gốc: 10; từ: 3500; mỗi: 100; cộng: 0,5; tối đa: 35; hệ số: 75%`. */
export function parseSteps(entries: readonly Entry[], end: number): Parsed<RuleOf<'steps'>> {
  return andThen(readParameters(entries, STEPS), (parameters) => {
    const base = requiredParameter(parameters, 'base', end, STEPS.base, pointsOf);
    if (!base.ok) return base;
    const from = requiredParameter(parameters, 'from', end, STEPS.from, plainNumberOf);
    if (!from.ok) return from;
    const step = requiredParameter(parameters, 'step', end, STEPS.step, positiveNumberOf);
    if (!step.ok) return step;
    const each = requiredParameter(parameters, 'each', end, STEPS.each, pointsOf);
    if (!each.ok) return each;
    const cap = optionalParameter(parameters, 'cap', pointsOf);
    if (!cap.ok) return cap;
    return mapParsed(optionalParameter(parameters, 'multiplier', multiplierOf), (multiplier) => ({
      kind: 'steps',
      base: base.value,
      from: from.value,
      step: step.value,
      each: each.value,
      ...(cap.value !== undefined && { cap: cap.value }),
      ...(multiplier !== undefined && { multiplier }),
    }));
  });
}

/** A multiplier as a number or in percent: 0,75 and 75% are the same. */
function multiplierOf(piece: Piece) {
  return andThen(quantityOf(piece), ({ value }) =>
    value.numerator < 0n ? stopAt(piece.at, 'number') : parsed(value),
  );
}

export function writeSteps(rule: RuleOf<'steps'>, language: Language): string {
  const optional = <T>(value: T | undefined, write: (given: T) => string) =>
    value === undefined ? undefined : write(value);
  return writeParameters(
    [
      [STEPS.base, writePoints(rule.base, language)],
      [STEPS.from, writeNumber(rule.from, language)],
      [STEPS.step, writeNumber(rule.step, language)],
      [STEPS.each, writePoints(rule.each, language)],
      [STEPS.cap, optional(rule.cap, (cap) => writePoints(cap, language))],
      [STEPS.multiplier, optional(rule.multiplier, (multiplier) => writeNumber(multiplier, language))],
    ],
    language,
  );
}
