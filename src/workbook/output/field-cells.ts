import type { ContentCell } from '../../domain/content.ts';
import { CELL_SIGNS } from '../../domain/messages/cell-signs.ts';
import type { FieldStanding } from '../../domain/period-analysis.ts';
import { cell } from './content-rows.ts';
import type { FigureCells } from './figure-cells.ts';
import { STYLES } from './styles.ts';

const NOT_APPLICABLE_CELL = cell(CELL_SIGNS.notApplicable, STYLES.notApplicable);
export const MISSING_CELL = cell(CELL_SIGNS.missing, STYLES.missing);

/** The share of a field; a sign where the field does not apply, or lacks marks. */
export function shareCell({ share, missing }: FieldStanding, figures: FigureCells): ContentCell {
  if (missing > 0) return MISSING_CELL;
  return share === undefined ? NOT_APPLICABLE_CELL : figures.percent(share);
}

/** The points of a field; so far, on another background, while marks are missing; none where there is no mark at all. */
export function fieldPointsCell(
  { earned, attainable, marked, missing }: FieldStanding,
  figures: FigureCells,
): ContentCell {
  const points = figures.points(earned);
  if (missing === 0) return attainable === 0 ? NOT_APPLICABLE_CELL : points;
  return marked === 0 ? MISSING_CELL : soFar(points);
}

const { foreground, background } = STYLES.missing;

/** A figure that will grow with the marks that are missing. */
export function soFar({ value, style }: ContentCell): ContentCell {
  return cell(value, { ...style, foreground, background });
}
