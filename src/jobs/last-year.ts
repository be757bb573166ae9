import { type Checked, withIssues } from '../domain/checked.ts';
import { classNamed } from '../domain/messages/class-names.ts';
import { ratioAsNumber } from '../domain/number-format.ts';
import type { PastResult } from '../domain/past-result.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { GroupResult } from '../domain/scoreboard.ts';
import type { Settings } from '../domain/settings.ts';
import { scorePeriod } from '../engine/score-period.ts';
import { decimalRatio } from '../workbook/cell-ratio.ts';
import { type Further, parseFurther } from '../workbook/further-tabs.ts';
import { tabKeyText } from '../workbook/tab-key.ts';
import { readStanding, type StandingLine } from './preview-standing.ts';
import { readEntries } from './read-entries.ts';
import type { ReadWorkbook } from './read-workbook.ts';

/** The period before, as its control workbook tells it. */
export interface LastYear {
  readonly input: PeriodInput;
  readonly further: Further;
  /** One for each unit that has a result, with the figures as they are shown. */
  readonly results: readonly PastResult[];
}

/** What the ranking tab of a group shows; what it would show where the group has none yet. */
function shownLines(
  group: GroupResult,
  { standing }: ReadWorkbook,
  input: PeriodInput,
): ReadonlyMap<string, Omit<StandingLine, 'figures'>> {
  const tab = standing.get(tabKeyText({ kind: 'ranking', groupId: group.group.id }));
  if (tab !== undefined) return readStanding(tab.grid);
  return new Map(
    group.ranked.map(({ sheet, standing: place, index, grade }) => [
      sheet.unit.id,
      {
        rank: place.rank,
        index: ratioAsNumber(index, input.settings),
        ...(grade !== undefined && { grade }),
      },
    ]),
  );
}

/** A class by the name under which it is stated, whatever language it is shown in. */
function gradeOf(shown: string, { classifications, gradeNames }: Settings): string {
  const stated = classifications.flatMap(({ bands }) => bands.map(({ grade }) => grade));
  const isShown = (grade: string) => Object.values(classNamed(grade, gradeNames)).includes(shown);
  return stated.find((grade) => grade === shown) ?? stated.find(isShown) ?? shown;
}

function resultsOf(workbook: ReadWorkbook, input: PeriodInput): readonly PastResult[] {
  const { period } = input.settings;
  const versions = new Map(input.sets.map(({ id, version }) => [id, version]));
  return scorePeriod(input).groups.flatMap((group) => {
    const lines = shownLines(group, workbook, input);
    const setVersion = versions.get(group.group.setId);
    return [...group.ranked, ...group.unranked].flatMap(({ sheet }): readonly PastResult[] => {
      const { rank, index, grade: shownGrade } = lines.get(sheet.unit.id) ?? {};
      const grade = shownGrade === undefined ? undefined : gradeOf(shownGrade, input.settings);
      if (rank === undefined && index === undefined) return [];
      return [
        {
          period,
          unitId: sheet.unit.id,
          groupId: group.group.id,
          ...(index !== undefined && { index: decimalRatio(index) }),
          ...(rank !== undefined && { rank }),
          ...(grade !== undefined && { grade }),
          ...(setVersion !== undefined && { setVersion }),
        },
      ];
    });
  });
}

/** Reads the control workbook of the period before; one whose entries have errors is told with all of them. */
export function lastYear(workbook: ReadWorkbook): Checked<LastYear> {
  const { input } = readEntries(workbook);
  if (!input.ok) return input;
  const further = parseFurther(workbook.inputs, input.value);
  if (!further.ok) return withIssues(further, input.issues);
  const value: LastYear = {
    input: input.value,
    further: further.value,
    results: resultsOf(workbook, input.value),
  };
  return { ok: true, value, issues: [...input.issues, ...further.issues] };
}
