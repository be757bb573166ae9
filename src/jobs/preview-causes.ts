import { componentsOfSet } from '../domain/criteria-set.ts';
import type { ChangeExplanation } from '../domain/explanation.ts';
import type { Language } from '../domain/language.ts';
import type { Mark } from '../domain/mark.ts';
import { type FigureStyle, formatPoints, ratioAsNumber } from '../domain/number-format.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Points } from '../domain/points.ts';
import type { Scoreboard } from '../domain/scoreboard.ts';
import { explainChanges } from '../engine/compare/explain-change.ts';
import { cellName } from '../workbook/a1.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { findMarksColumns } from '../workbook/marks-columns.ts';

/** A scored period that is still known, with what it was scored from. */
export interface KnownRun {
  readonly board: Scoreboard;
  readonly input: PeriodInput;
  readonly resultsHash: string;
}

/** An entry that moved a unit's index: where it stands, its points before and after, and its effect. */
export interface Cause {
  readonly component: string;
  /** Where the entry stands; absent when its tab or row is gone. */
  readonly tab?: string;
  readonly cell?: string;
  readonly before: string;
  readonly after: string;
  /** Percentage points of the index, rounded as the workbook shows them. */
  readonly effect: number;
}

interface Place {
  readonly tab: string;
  readonly cell: string;
}

/** The cell of a component's entry in the matrices of a unit's set. */
function placeOf(
  unitId: string,
  code: string,
  input: PeriodInput,
  tabs: readonly InputTab[],
): Place | undefined {
  const groupId = input.units.find(({ id }) => id === unitId)?.groupId;
  const setId = input.groups.find(({ id }) => id === groupId)?.setId;
  const set = input.sets.find(({ id }) => id === setId);
  if (set === undefined) return undefined;
  const components = componentsOfSet(set).filter((component) => component.code === code);
  const stage = components[0]?.basis === 'survey' ? 'survey' : 'appraisal';
  const tab = tabs.find(({ key }) => key.kind === 'marks' && key.setId === set.id && key.stage === stage);
  if (tab === undefined) return undefined;
  const columns = findMarksColumns(tab, components, input.settings.language);
  const [found] = columns.components;
  const unitColumn = columns.unit;
  if (found === undefined || unitColumn === undefined) return undefined;
  const row = tab.grid.findIndex((cells) => String(cells[unitColumn] ?? '') === unitId);
  return row === -1 ? undefined : { tab: tab.title, cell: cellName(row, found.column) };
}

function entryText(
  seen: { readonly mark: Mark; readonly earned: Points } | undefined,
  language: Language,
): string {
  if (seen === undefined || seen.mark.kind === 'blank') return '';
  return seen.mark.kind === 'not-applicable' ? '–' : formatPoints(seen.earned, language);
}

function causesOf(
  { unitId, parts }: ChangeExplanation,
  after: KnownRun,
  tabs: readonly InputTab[],
): readonly Cause[] {
  const { settings } = after.input;
  const figures: FigureStyle = { decimals: settings.decimals, rounding: settings.rounding };
  return parts.flatMap((part) => {
    if (part.kind !== 'component') return [];
    return [
      {
        component: part.code,
        ...placeOf(unitId, part.code, after.input, tabs),
        before: entryText(part.before, settings.language),
        after: entryText(part.after, settings.language),
        effect: ratioAsNumber(part.change, figures),
      },
    ];
  });
}

/**
 * The entries behind each unit's movement, largest effect first, by the engine's own explanation; the parts
 * add up exactly to the change of the index. Units ranked in both runs only.
 */
export function explainEntries(
  before: KnownRun,
  after: KnownRun,
  tabs: readonly InputTab[],
): ReadonlyMap<string, readonly Cause[]> {
  return new Map(
    explainChanges(before.board, after.board).map((change) => [change.unitId, causesOf(change, after, tabs)]),
  );
}
