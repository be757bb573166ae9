import type { Language } from '../../../src/domain/language.ts';
import { MENU_WORDS, MOVE_WORDS, moreLine } from '../../../src/domain/messages/menu-messages.ts';
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

/** Causes named for one unit: more would make its line a page. */
const CAUSES_SHOWN = 5;

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

type CauseTold = NonNullable<Change['causes']>[number];

/** Where somebody changed something: a cell, else the tab from which its row is gone. */
function placeOf({ tab, cell, component }: CauseTold): string {
  if (tab === undefined) return component;
  return cell === undefined ? `${tab} (${component})` : `${tab}!${cell}`;
}

function causeText(cause: CauseTold, language: Language): string {
  const { before, after, effect } = cause;
  const entered = (text: string) => (text === '' ? MOVE_WORDS.empty[language] : text);
  const change = before === after ? '' : `: ${entered(before)} → ${entered(after)}`;
  const sign = effect !== undefined && effect > 0 ? '+' : '';
  return `${placeOf(cause)}${change}${effect === undefined ? '' : ` (${sign}${figure(effect, language)})`}`;
}

function causeTexts({ causes, figures }: Change, language: Language): readonly string[] {
  if (causes !== undefined && causes.length > 0) {
    const told = causes.slice(0, CAUSES_SHOWN).map((cause) => causeText(cause, language));
    const more = causes.length - told.length;
    return more > 0 ? [...told, moreLine(more)[language]] : told;
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

function hasCause({ causes, figures }: Change): boolean {
  return causes === undefined ? figures.length > 0 : causes.length > 0;
}

/** Units whose own entries changed come first, then those that others moved; in each part the largest moves first. */
export function mostTelling(changes: readonly Change[]): readonly Change[] {
  const moveOf = (change: Change) => Math.abs(climb(change));
  return [...changes].sort((a, b) => Number(hasCause(b)) - Number(hasCause(a)) || moveOf(b) - moveOf(a));
}
