import { assertNever } from '../domain/assert-never.ts';
import type { Component } from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Mark } from '../domain/mark.ts';
import type { Points } from '../domain/points.ts';
import { writeDeclared } from './declared/declared-cell.ts';
import { writePoints } from './notation/number.ts';

/** Behind points that are given straight away where a rule wants a fact. */
export const POINTS_WORD: Bilingual = { vi: 'điểm', en: 'points' };

/** The points of a mark; undefined where there is none. A blank stays blank: only a given zero is 0. */
export function pointsOfMark(mark: Mark): Points | 0 | undefined {
  switch (mark.kind) {
    case 'blank':
    case 'not-applicable':
      return undefined;
    case 'zero':
      return 0;
    case 'scored':
      return mark.points;
    default:
      return assertNever(mark);
  }
}

/** What was entered for a component as text: points, or the fact that its rule wants; null when nothing was. */
export function writeEntered(
  component: Component,
  mark: Mark,
  declared: DeclaredValue | undefined,
  language: Language,
): string | null {
  const points = pointsOfMark(mark);
  if (points !== undefined) {
    const written = points === 0 ? '0' : writePoints(points, language);
    return component.rule === undefined ? written : `${written} ${POINTS_WORD[language]}`;
  }
  return declared === undefined ? null : writeDeclared(declared, language);
}
