import { type Move, move } from '../domain/correction.ts';
import type { GroupResult, Scoreboard } from '../domain/scoreboard.ts';
import type { GroupId, UnitId } from '../domain/unit.ts';
import type { OutputContext } from '../workbook/output/output-context.ts';
import type { StandingTab } from '../workbook/output/output-tab.ts';
import { renderRanking } from '../workbook/output/ranking/ranking-tab.ts';
import { unitName } from '../workbook/output/unit-names.ts';
import { tabKeyText } from '../workbook/tab-key.ts';
import { readStanding, type StandingLine } from './preview-standing.ts';

/** One unit whose place, index or class is no longer as the ranking tab shows it. Figures are as shown. */
export interface UnitChange {
  readonly groupId: GroupId;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly rank: Move<number>;
  readonly index: Move<number>;
  readonly grade: Move<string>;
  /** Columns of the ranking whose points differ, by their header; none when only others moved. */
  readonly figures: readonly (Move<number> & { readonly header: string })[];
}

const EMPTY: StandingLine = { figures: new Map() };

function figureMoves(before: StandingLine, after: StandingLine): UnitChange['figures'] {
  const headers = new Set([...before.figures.keys(), ...after.figures.keys()]);
  return [...headers].flatMap((header) => {
    const [then, now] = [before.figures.get(header), after.figures.get(header)];
    return then === now ? [] : [{ header, ...move(then, now) }];
  });
}

function groupChanges(
  group: GroupResult,
  standing: StandingTab,
  context: OutputContext,
): readonly UnitChange[] {
  const before = readStanding(standing.grid);
  // Figures are compared as they are shown, so the new ones are rendered just as they would be written.
  const rows = renderRanking(group, context, { status: '', comparisons: new Map() }).rows;
  const after = readStanding(rows.map((row) => row.map(({ value }) => value)));
  return [...group.ranked, ...group.unranked].flatMap(({ sheet }) => {
    const [then, now] = [before.get(sheet.unit.id) ?? EMPTY, after.get(sheet.unit.id) ?? EMPTY];
    if (then.rank === now.rank && then.index === now.index && then.grade === now.grade) return [];
    return [
      {
        groupId: group.group.id,
        unitId: sheet.unit.id,
        unitName: unitName(sheet, context.language),
        rank: move(then.rank, now.rank),
        index: move(then.index, now.index),
        grade: move(then.grade, now.grade),
        figures: figureMoves(then, now),
      },
    ];
  });
}

/**
 * Every unit whose place, index or class differs from what the ranking tabs show, group by group, best first.
 * Groups that have no ranking tab yet are left out: against nothing there is no movement.
 */
export function compareWithStanding(
  { groups }: Scoreboard,
  standing: ReadonlyMap<string, StandingTab>,
  context: OutputContext,
): readonly UnitChange[] {
  return groups.flatMap((group) => {
    const tab = standing.get(tabKeyText({ kind: 'ranking', groupId: group.group.id }));
    return tab === undefined ? [] : groupChanges(group, tab, context);
  });
}
