import { type Checked, withIssues } from '../domain/checked.ts';
import type { Issue } from '../domain/issue.ts';
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
  /** Ranking tabs that show something else than the entries give: they were changed by hand, or are out of date. */
  readonly doubts: readonly Issue[];
}

/** Whether there are results of a period already, of last year or of the years before as its workbook tells them. */
export function hasResultsOf({ input, further }: LastYear, period: string): boolean {
  return [input.settings, ...further.history.results].some((known) => known.period === period);
}

type ShownLines = ReadonlyMap<string, Omit<StandingLine, 'figures'>>;

function rankingOf({ group }: GroupResult, { standing }: ReadWorkbook) {
  return standing.get(tabKeyText({ kind: 'ranking', groupId: group.id }));
}

/** What the ranking tab of a group is to show of the units that have a place. */
function computedLines({ ranked }: GroupResult, { settings }: PeriodInput): ShownLines {
  return new Map(
    ranked.map(({ sheet, standing: place, index, grade }) => [
      sheet.unit.id,
      { rank: place.rank, index: ratioAsNumber(index, settings), ...(grade !== undefined && { grade }) },
    ]),
  );
}

/** What the ranking tab of a group shows; what it would show where the group has none yet. */
function shownLines(group: GroupResult, workbook: ReadWorkbook, input: PeriodInput): ShownLines {
  const tab = rankingOf(group, workbook);
  return tab === undefined ? computedLines(group, input) : readStanding(tab.grid);
}

/** Of each ranking tab the units whose place, index or class is not what the entries give. */
function doubtsAbout(workbook: ReadWorkbook, input: PeriodInput, groups: readonly GroupResult[]) {
  return groups.flatMap((group): readonly Issue[] => {
    const tab = rankingOf(group, workbook);
    if (tab === undefined) return [];
    const [shown, computed] = [readStanding(tab.grid), computedLines(group, input)];
    const units = [...group.ranked, ...group.unranked].flatMap(({ sheet: { unit } }) => {
      const [is, ought] = [shown.get(unit.id), computed.get(unit.id)];
      const grade = is?.grade === undefined ? undefined : gradeOf(is.grade, input.settings);
      const isPlaced = is?.rank === ought?.rank;
      const isSame = ought === undefined || (is?.index === ought.index && grade === ought.grade);
      return isPlaced && isSame ? [] : [unit.id];
    });
    return units.length === 0 ? [] : [{ location: { tab: tab.sheet.title }, code: 'shown-otherwise', units }];
  });
}

/** A class by the name under which it is stated, whatever language it is shown in. */
function gradeOf(shown: string, { classifications, gradeNames }: Settings): string {
  const stated = classifications.flatMap(({ bands }) => bands.map(({ grade }) => grade));
  const isShown = (grade: string) => Object.values(classNamed(grade, gradeNames)).includes(shown);
  return stated.find((grade) => grade === shown) ?? stated.find(isShown) ?? shown;
}

function resultsOf(
  workbook: ReadWorkbook,
  input: PeriodInput,
  groups: readonly GroupResult[],
): readonly PastResult[] {
  const { period } = input.settings;
  const versions = new Map(input.sets.map(({ id, version }) => [id, version]));
  return groups.flatMap((group) => {
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
  const { groups } = scorePeriod(input.value);
  const value: LastYear = {
    input: input.value,
    further: further.value,
    results: resultsOf(workbook, input.value, groups),
    doubts: doubtsAbout(workbook, input.value, groups),
  };
  return { ok: true, value, issues: [...input.issues, ...further.issues] };
}
