import type { CellStyle } from '../../../domain/cell-style.ts';
import type { GradeCount } from '../../../domain/scoreboard.ts';
import { STYLES } from '../styles.ts';

/** From the best class to the lowest: blue to orange by way of grey, told apart with any kind of colour vision. */
const SHADES = ['#9cc3e6', '#cfe2f3', '#eeeeee', '#fde0bd', '#f6b26b'] as const;

/** The look of a class by its place among the classes of the group; the best and the lowest take the ends. */
export function gradeStyle(grade: string | undefined, grades: readonly GradeCount[]): CellStyle {
  const place = grades.findIndex((each) => each.grade === grade);
  if (place === -1) return STYLES.centred;
  const step = grades.length === 1 ? 0 : (place * (SHADES.length - 1)) / (grades.length - 1);
  const background = SHADES[Math.round(step)];
  return background === undefined ? STYLES.centred : { ...STYLES.centred, background };
}
