import type { ChangeExplanation } from '../../domain/explanation.ts';
import type { Language } from '../../domain/language.ts';
import { OTHER_WEIGHTS } from '../../domain/messages/cause-messages.ts';
import { type FigureStyle, ratioAsNumber } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import type { UnitId } from '../../domain/unit.ts';
import { explainChanges } from '../../engine/compare/explain-change.ts';
import type { InputTab } from '../../workbook/input-tab.ts';
import { attributeParts } from './attribute-parts.ts';
import type { ChangedEntry } from './changed-entry.ts';
import { changesOfSet, changesOfSettings } from './changes-for-all.ts';
import { changesOfUnit } from './changes-of-unit.ts';
import { findEntry, type Reading } from './find-entry.ts';

/** A scored period that is still known, with what it was scored from. */
export interface KnownRun {
  readonly board: Scoreboard;
  readonly input: PeriodInput;
  readonly resultsHash: string;
}

/** An entry that moved a unit: where it stands, what was and what is entered there, and its effect. */
export interface Cause {
  /** The code of the criterion, or the words of the setting. */
  readonly component: string;
  /** Where the entry stands; absent where it is many places at once, or its tab is gone. */
  readonly tab?: string;
  /** Absent when its row is gone. */
  readonly cell?: string;
  /** As it is entered; empty where nothing was, or is. */
  readonly before: string;
  readonly after: string;
  /** Percentage points of the index, rounded as the workbook shows them; absent when it cannot be told apart. */
  readonly effect?: number;
}

/** Two runs and the tabs as they stand, of which the later run was read. */
interface Comparison {
  readonly before: PeriodInput;
  readonly reading: Reading;
  readonly settings: readonly ChangedEntry[];
}

function setOf(unitId: string, { units, groups, sets }: PeriodInput) {
  const unit = units.find(({ id }) => id === unitId);
  const group = groups.find(({ id }) => id === unit?.groupId);
  return { set: sets.find(({ id }) => id === group?.setId), level: unit?.level };
}

/** Everything entered that differs and may decide the place of a unit: about itself, its set, and all units. */
function entriesFor(unitId: string, { before, reading, settings }: Comparison): readonly ChangedEntry[] {
  const { input: after, language } = reading;
  const { set, level } = setOf(unitId, after);
  if (set === undefined) return [];
  const scopes: readonly (string | undefined)[] = ['', set.id, level];
  return [
    ...changesOfUnit(unitId, { before, after, set, language }),
    ...changesOfSet(set.id, before, after, language),
    ...settings.filter(({ at }) => at.kind === 'setting' && scopes.includes(at.scope)),
  ];
}

function nameOf({ at }: ChangedEntry): string {
  return at.kind === 'setting' ? at.name : (at.code ?? '');
}

function causeOf(entry: ChangedEntry, effect: Ratio | undefined, reading: Reading): Cause {
  const { decimals, rounding } = reading.input.settings;
  const { before, after } = entry;
  return {
    component: nameOf(entry),
    ...findEntry(entry.at, reading),
    before,
    after,
    ...(effect !== undefined && { effect: ratioAsNumber(effect, { decimals, rounding }) }),
  };
}

/** Other criteria weigh differently for more than one reason. */
function restCause(rest: Ratio, style: FigureStyle, language: Language): readonly Cause[] {
  if (rest.numerator === 0n) return [];
  const effect = ratioAsNumber(rest, style);
  return [{ component: OTHER_WEIGHTS[language], before: '', after: '', effect }];
}

function causesOf(
  unitId: UnitId,
  explanation: ChangeExplanation | undefined,
  comparison: Comparison,
): readonly Cause[] {
  const { reading } = comparison;
  const { settings } = reading.input;
  const entries = entriesFor(unitId, comparison);
  // Newly ranked, no longer ranked, or in another class: by how much each entry did it cannot be said.
  if (explanation === undefined) return entries.map((entry) => causeOf(entry, undefined, reading));
  const { attributed, rest } = attributeParts(explanation.parts, entries);
  return [
    ...attributed.map(({ entry, effect }) => causeOf(entry, effect, reading)),
    ...restCause(rest, settings, reading.language),
  ];
}

/**
 * The entries behind the movement of each of these units, by the engine's own explanation: which cell somebody
 * changed, what stood there and what stands there now. None for a unit that others passed.
 */
export function explainEntries(
  before: KnownRun,
  after: KnownRun,
  tabs: readonly InputTab[],
  unitIds: readonly UnitId[],
): ReadonlyMap<UnitId, readonly Cause[]> {
  const { language } = after.input.settings;
  const comparison: Comparison = {
    before: before.input,
    reading: { input: after.input, tabs, language },
    settings: changesOfSettings(before.input, after.input, language),
  };
  const explained = new Map(explainChanges(before.board, after.board).map((each) => [each.unitId, each]));
  return new Map(unitIds.map((unitId) => [unitId, causesOf(unitId, explained.get(unitId), comparison)]));
}
