import { type Assessment, type Exemption, STAGES, type Stage } from '../domain/assessment.ts';
import { type Checked, checked } from '../domain/checked.ts';
import { compareCodes } from '../domain/compare-codes.ts';
import type { CriteriaSet, CriteriaSetId } from '../domain/criteria-set.ts';
import { type Issue, isBlocking } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { parseCriteria } from './criteria-tab.ts';
import { indexExemptions } from './exemption-index.ts';
import { type ParsedGroups, parseGroups } from './groups-tab.ts';
import type { InputTab } from './input-tab.ts';
import { markedComponents } from './marks-columns.ts';
import { parseMarks } from './marks-tab.ts';
import { componentsByCode, parseNotApplicable } from './not-applicable-tab.ts';
import { defaultSettings } from './setting-definitions.ts';
import { findLanguage, parseSettings } from './settings-tab.ts';
import { type TabSource, tabSource } from './tab-source.ts';
import { parseUnits } from './units-tab.ts';
import { groupsWithoutUnits, type WhoIsScored, whoIsScored } from './who-is-scored.ts';

/** The language that a workbook states, even a broken one; else that of the spreadsheet itself. */
export function languageOf(tabs: readonly InputTab[], fallback: Language): Language {
  const settings = tabs.find((tab) => tab.key.kind === 'settings');
  return (settings === undefined ? undefined : findLanguage(settings, fallback)) ?? fallback;
}

/** What the parts of a workbook share while it is read. */
interface ParseContext {
  readonly source: TabSource;
  readonly language: Language;
  /** Everything that was found wrong so far: an officer wants all of it in one run. */
  readonly issues: Issue[];
}

/** Reads and cross-checks all that was entered: either a sound input, or every issue with its cell. */
export function parseControlWorkbook(
  tabs: readonly InputTab[],
  fallback: Language = 'vi',
): Checked<PeriodInput> {
  const language = languageOf(tabs, fallback);
  const issues: Issue[] = [];
  const context: ParseContext = { source: tabSource(tabs, language, issues), language, issues };
  const settings = readSettings(context);
  const { groups, units, scored } = readUnits(context);
  const sets = readSets(tabs, groups, context);
  const exemptions = readExemptions(sets, units?.known, scored, context);
  const assessments = readAssessments(sets, exemptions, scored, context);
  const order = new Map<string, number>((units?.units ?? []).map((unit, index) => [unit.id, index]));
  const input: PeriodInput = {
    settings,
    groups: (groups?.rows ?? []).map(({ group }) => group),
    units: units?.units ?? [],
    sets,
    assessments: assessments.toSorted(
      (a, b) =>
        (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0) ||
        STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
    ),
    exemptions,
  };
  return checked(input, issues);
}

function readSettings({ source, language, issues }: ParseContext) {
  const tab = source.require({ kind: 'settings' });
  if (tab === undefined) return defaultSettings(language);
  const parsed = parseSettings(tab, language);
  issues.push(...parsed.issues);
  return parsed.settings;
}

function readUnits({ source, language, issues }: ParseContext) {
  const groupsTab = source.require({ kind: 'groups' });
  const groups = groupsTab === undefined ? undefined : parseGroups(groupsTab, language);
  const unitsTab = source.require({ kind: 'units' });
  const units = unitsTab === undefined ? undefined : parseUnits(unitsTab, groups?.known, language);
  issues.push(...(groups?.issues ?? []), ...(units?.issues ?? []));
  if (groups !== undefined && units !== undefined && !units.issues.some(isBlocking)) {
    issues.push(...groupsWithoutUnits(groups, units.units));
  }
  return { groups, units, scored: whoIsScored(groups, units) };
}

/** The sets in the order in which the groups use them; sets that no group uses yet come last, by code. */
function readSets(
  tabs: readonly InputTab[],
  groups: ParsedGroups | undefined,
  { source, language, issues }: ParseContext,
): readonly CriteriaSet[] {
  const used = (groups?.rows ?? []).map(({ group }) => group.setId);
  const present = tabs
    .flatMap(({ key }) => (key.kind === 'criteria' ? [key.setId] : []))
    .toSorted(compareCodes);
  for (const { group, setAt } of groups?.rows ?? []) {
    if (present.includes(group.setId)) continue;
    issues.push({ location: setAt, code: 'unknown-code', given: group.setId, referent: 'criteria-set' });
  }
  return [...new Set([...used, ...present])].flatMap((setId) => {
    const tab = source.find({ kind: 'criteria', setId });
    if (tab === undefined) return [];
    const parsed = parseCriteria(tab, { id: setId, statedSums: 'warning', language });
    issues.push(...parsed.issues);
    return [parsed.set];
  });
}

function readExemptions(
  sets: readonly CriteriaSet[],
  unitIds: ReadonlySet<string> | undefined,
  scored: WhoIsScored,
  { source, language, issues }: ParseContext,
): readonly Exemption[] {
  const tab = source.find({ kind: 'not-applicable' });
  if (tab === undefined) return [];
  const codesBySet = new Map(sets.map((set) => [set.id, componentsByCode(set)]));
  const anyCode = new Map(sets.flatMap((set) => [...componentsByCode(set)]));
  const parsed = parseNotApplicable(tab, {
    unitIds,
    codesOf: (unitId) => {
      const setId = scored.setOf.get(unitId);
      // A unit whose own row is wrong: its exemptions are still known, lest its matrix be blamed for them.
      return (setId === undefined ? undefined : codesBySet.get(setId)) ?? anyCode;
    },
    language,
  });
  issues.push(...parsed.issues);
  return parsed.exemptions;
}

function readAssessments(
  sets: readonly CriteriaSet[],
  exemptions: readonly Exemption[],
  scored: WhoIsScored,
  { source, language, issues }: ParseContext,
): readonly Assessment[] {
  const exemptionIndex = indexExemptions(exemptions);
  const usedSets = new Set<CriteriaSetId>(scored.setOf.values());
  const assessments: Assessment[] = [];
  for (const set of sets) {
    for (const stage of STAGES) {
      const key = { kind: 'marks', stage, setId: set.id } as const;
      const needed = usedSets.has(set.id) && isNeeded(set, stage);
      const tab = needed ? source.require(key) : source.find(key);
      if (tab === undefined) continue;
      const unitIds = scored.unitIdsOf(set.id);
      const parsed = parseMarks(tab, { set, stage, unitIds, exemptions: exemptionIndex, language });
      issues.push(...parsed.issues);
      assessments.push(...parsed.assessments);
    }
  }
  return assessments;
}

/** A matrix is needed when its marks decide; the self-assessment may be left out. */
function isNeeded(set: CriteriaSet, stage: Stage): boolean {
  return stage !== 'self-assessment' && markedComponents(set, stage).length > 0;
}
