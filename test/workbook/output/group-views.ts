import type { Content } from '../../../src/domain/content.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { type AnalysisHistory, analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import type { GroupView } from '../../../src/workbook/output/group-view.ts';
import type { OutputContext } from '../../../src/workbook/output/output-context.ts';

export const VIETNAMESE: OutputContext = {
  language: 'vi',
  numbers: 'vi',
  figures: { decimals: 2, rounding: 'half-up' },
  province: 'Bình Dương',
  period: '2022',
  status: 'official',
};
export const ENGLISH: OutputContext = { ...VIETNAMESE, language: 'en', numbers: 'en' };

/** Every group of a period as its tabs show it. */
export function viewsOf(input: PeriodInput, history: Partial<AnalysisHistory> = {}): readonly GroupView[] {
  const board = scorePeriod(input);
  const { groups } = analysePeriod(input, board, { results: [], links: [], ...history });
  return board.groups.map((result, place) => {
    const analysis = groups[place];
    const set = input.sets.find(({ id }) => id === result.group.setId);
    if (analysis === undefined || set === undefined) throw new Error('every group is analysed by its set');
    return { result, analysis, set };
  });
}

/** The only group of a period. */
export function viewOf(input: PeriodInput, history: Partial<AnalysisHistory> = {}): GroupView {
  const [view, ...others] = viewsOf(input, history);
  if (view === undefined || others.length > 0) throw new Error('the period has one group');
  return view;
}

export function valuesOf({ rows }: Content) {
  return rows.map((row) => row.map(({ value }) => value));
}

/** The row, 0-based, whose cell in a column begins with a text. */
export function rowOf(content: Content, text: string, column = 0): number {
  const found = content.rows.findIndex((row) => String(row[column]?.value ?? '').startsWith(text));
  if (found === -1) throw new Error(`no row begins with ${text}`);
  return found;
}
