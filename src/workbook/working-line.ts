import { assertNever } from '../domain/assert-never.ts';
import type { Language } from '../domain/language.ts';
import { WORKING_WORDS } from '../domain/messages/working-messages.ts';
import { formatRatio } from '../domain/number-format.ts';
import { POINT, type Points } from '../domain/points.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../domain/ratio.ts';
import type { Award, Bound } from '../domain/rule.ts';
import type { Figure, Working } from '../domain/working.ts';
import { writeDeclared } from './declared/declared-cell.ts';
import { writeNumber } from './notation/write-number.ts';

/** Decimals of a figure that no decimals write exactly. */
const SHOWN = { decimals: 4, rounding: 'half-up' } as const;

const SIGNS: Readonly<Record<Bound['comparison'], string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' };

/**
 * How a rule came to its points, in one line that an office worker can follow:
 * `195/200 = 97,5% → 97,5% × 1,5 = 1,4625`.
 */
export function workingLine(working: Working, language: Language): string {
  const declared = writeDeclared(working.declared, language);
  const figure = working.figure === undefined ? '' : writeFigure(working.figure, language);
  const given = figure === '' || figure === declared ? declared : `${declared} = ${figure}`;
  const line = `${given} → ${stepOf(working, language)}${limitOf(working, language)}`;
  return line.replaceAll('= ≈', '≈');
}

/** An exact number, or one that is marked as shortened. */
function number(value: Ratio, language: Language): string {
  const written = writeNumber(value, language);
  const decimals = written.split(/[.,]/)[1]?.length ?? 0;
  return written.includes('/') || decimals > POINTS_DECIMALS
    ? `≈ ${formatRatio(value, SHOWN, language)}`
    : written;
}

const POINTS_DECIMALS = 6;

function percent(share: Ratio, language: Language): string {
  return `${number(multiplyRatios(share, ratio(100, 1)), language)}%`;
}

const millionths = (value: Ratio, language: Language): string =>
  number(multiplyRatios(value, ratio(1, POINT)), language);

const points = (value: Points, language: Language): string => millionths(ratio(value, 1), language);

function writeFigure(figure: Figure, language: Language): string {
  switch (figure.kind) {
    case 'rate':
      return percent(figure.value, language);
    case 'number':
      return number(figure.value, language);
    case 'days-late':
      return figure.value.numerator <= 0n
        ? WORKING_WORDS.onTime[language]
        : `${number(figure.value, language)} ${WORKING_WORDS.daysLate[language]}`;
    default:
      return assertNever(figure);
  }
}

/** The step that gave the points, with the result before it was limited or rounded. */
function stepOf(working: Working, language: Language): string {
  const { because, maxScore, exact } = working;
  const max = points(maxScore, language);
  const result = exact === undefined ? '' : millionths(exact, language);
  switch (because.kind) {
    case 'as-declared':
      return `${result} ${WORKING_WORDS.points[language]}`;
    case 'yes':
      return `${WORKING_WORDS.maximum[language]} ${max}`;
    case 'no':
      return result;
    case 'label':
      return award(because.award, max, result, language);
    case 'band':
      return `${bound(because.bound, working, language)}: ${award(because.award, max, result, language)}`;
    case 'otherwise':
      return `${WORKING_WORDS.remainder[language]}: ${award(because.award, max, result, language)}`;
    case 'full-mark':
      return `${WORKING_WORDS.fullFrom[language]} ${percent(because.full, language)}: ${max}`;
    case 'below-floor': {
      const floor = `${SIGNS[because.floor.comparison]} ${percent(because.floor.value, language)}`;
      return `${WORKING_WORDS.belowFloor[language]} ${floor}: ${result}`;
    }
    case 'share-of-max':
      return `${percent(because.share, language)} × ${max} = ${result}`;
    case 'each':
      return `${number(because.count, language)} × ${points(because.each, language)} = ${result}`;
    case 'deducted':
      return `${max} − ${millionths(because.amount, language)} = ${result}`;
    case 'steps': {
      const steps = `${because.steps} × ${points(because.each, language)}`;
      return `${points(because.base, language)} + ${steps} = ${result}`;
    }
    case 'nothing-to-count':
      return WORKING_WORDS.nothingToCount[language];
    default:
      return assertNever(because);
  }
}

function award(given: Award, max: string, result: string, language: Language): string {
  return given.kind === 'points' ? result : `${percent(given.share, language)} × ${max} = ${result}`;
}

function bound({ comparison, value }: Bound, { figure }: Working, language: Language): string {
  switch (figure?.kind) {
    case 'rate':
      return `${SIGNS[comparison]} ${percent(value, language)}`;
    case 'days-late':
      return `${SIGNS[comparison]} ${number(value, language)} ${WORKING_WORDS.daysLate[language]}`;
    default:
      return `${SIGNS[comparison]} ${number(value, language)}`;
  }
}

/** What the one rounding, or 0 ≤ points ≤ maximum, made of the result; empty when nothing. */
function limitOf({ exact, points: given, maxScore }: Working, language: Language): string {
  if (exact === undefined || given === undefined) return '';
  const difference = compareRatios(exact, ratio(given, 1));
  if (difference === 0) return '';
  const limited = exact.numerator < 0n || compareRatios(exact, ratio(maxScore, 1)) > 0;
  const word = limited ? WORKING_WORDS.limited : WORKING_WORDS.rounded;
  return ` → ${word[language]} ${points(given, language)}`;
}
