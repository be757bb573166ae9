import type { Language } from '../../../src/domain/language.ts';
import { MENU_WORDS, MOVE_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import type { Change, Move } from './answers.ts';
import type { ChangedFigure } from './publication-answers.ts';

/** Movers named in a toast: more would not be read before it goes. */
const NAMED = 3;

/** A figure as the workbook shows it: with a comma in Vietnamese. */
function figure(value: number | string | undefined, language: Language): string {
  if (value === undefined) return '–';
  const text = String(value);
  return language === 'vi' && typeof value === 'number' ? text.replace('.', ',') : text;
}

type Moved = Pick<Change, 'unitName' | 'rank'>;

function climb({ rank }: Moved): number {
  return rank.before === undefined || rank.after === undefined ? 0 : rank.before - rank.after;
}

/** The largest rises and falls: Thuận An ▲2, Bến Cát ▼1. */
export function moversText(changes: readonly Moved[]): string {
  return changes
    .map((change) => ({ name: change.unitName, climb: climb(change) }))
    .filter((mover) => mover.climb !== 0)
    .sort((a, b) => Math.abs(b.climb) - Math.abs(a.climb))
    .slice(0, NAMED)
    .map((mover) => `${mover.name} ${mover.climb > 0 ? '▲' : '▼'}${Math.abs(mover.climb)}`)
    .join(', ');
}

function moveText(word: string, move: Move<number | string>, language: Language): readonly string[] {
  if (move.before === move.after) return [];
  return [`${word} ${figure(move.before, language)} → ${figure(move.after, language)}`];
}

function causeTexts({ causes, figures }: Change, language: Language): readonly string[] {
  if (causes !== undefined && causes.length > 0) {
    return causes.map(({ tab, cell, component, before, after, effect }) => {
      const place = tab === undefined || cell === undefined ? component : `${tab}!${cell}`;
      const sign = effect > 0 ? '+' : '';
      return `${place}: ${before} → ${after} (${sign}${figure(effect, language)})`;
    });
  }
  return figures.map(({ header, before, after }) =>
    moveText(header, { before, after } as Move<number>, language).join(''),
  );
}

/** What moves for a unit: hạng 2 → 1, chỉ số 84,58 → 90. */
export function movesText(change: Pick<Change, 'rank' | 'index' | 'grade'>, language: Language): string {
  return [
    ...moveText(MOVE_WORDS.rank[language], change.rank, language),
    ...moveText(MOVE_WORDS.index[language], change.index, language),
    ...moveText(MOVE_WORDS.grade[language], change.grade, language),
  ].join(', ');
}

/** One unit that would move, and why. */
export function changeText(change: Change, language: Language): string {
  const moves = movesText(change, language);
  const causes = causeTexts(change, language);
  const why = causes.length === 0 ? MENU_WORDS.othersMoved[language] : causes.join('; ');
  return `${change.unitName}: ${moves} (${why})`;
}

/** Another published figure that would change: Tổng hợp, Chỉ số trung bình (%), Huyện: 78,39 → 78,33. */
export function figureText(
  { tab, code, row, column, before, after }: ChangedFigure,
  language: Language,
): string {
  const place = [tab, [code, row].filter((part) => part !== '').join(' '), column];
  const shown = (value: ChangedFigure['before']) =>
    figure(typeof value === 'boolean' ? String(value) : (value ?? undefined), language);
  return `${place.filter((part) => part !== '').join(', ')}: ${shown(before)} → ${shown(after)}`;
}
