import type { Assessment } from '../domain/assessment.ts';
import type { Component } from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import { NO_POINTS, POINT, type Points } from '../domain/points.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';
import type { ComponentColumn, MarksColumns } from './marks-columns.ts';

/** Where a maximum is as large as this, nobody means one point at most for every unit. */
const LARGE_MAXIMUM = 10 * POINT;
/** Fewer units than these may all have hardly any points. */
const ENOUGH_UNITS = 3;

/**
 * Columns of points whose marks all look like shares: 0.9012 in a cell that shows 90,12%, where 90.12 of 100 points
 * was meant. A look is never read, so that nobody can tell; it is said once, at the header.
 */
export function shareColumns(
  tab: InputTab,
  { headerRow, components }: MarksColumns,
  assessments: readonly Assessment[],
): readonly Issue[] {
  return components.flatMap(({ component, column }: ComponentColumn): readonly Issue[] => {
    if (component.maxScore < LARGE_MAXIMUM || !looksLikeShares(component, assessments)) return [];
    const location = { tab: tab.title, cell: cellName(headerRow, column) };
    return [{ location, code: 'marks-like-shares', given: component.code, maxScore: component.maxScore }];
  });
}

function looksLikeShares({ code }: Component, assessments: readonly Assessment[]): boolean {
  const pointsOf = ({ marks }: Assessment): Points => {
    const mark = marks.get(code);
    return mark?.kind === 'scored' ? mark.points : NO_POINTS;
  };
  // Nearly every column ends at its first mark.
  if (assessments.some((each) => pointsOf(each) > POINT)) return false;
  const points = assessments.map(pointsOf).filter((each) => each !== NO_POINTS);
  return points.length >= ENOUGH_UNITS && points.some((each) => each < POINT);
}
