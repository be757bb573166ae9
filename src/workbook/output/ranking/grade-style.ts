import type { CellStyle } from '../../../domain/cell-style.ts';
import type { GradeCount } from '../../../domain/scoreboard.ts';
import { gradeShade, STYLES } from '../styles.ts';

/** The look of a class by its place among the classes of the group. */
export function gradeStyle(grade: string | undefined, grades: readonly GradeCount[]): CellStyle {
  const place = grades.findIndex((each) => each.grade === grade);
  return place === -1 ? STYLES.centred : { ...STYLES.centred, background: gradeShade(place, grades.length) };
}
