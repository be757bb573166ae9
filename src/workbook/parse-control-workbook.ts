import { type Assessment, type Exemption, STAGES, type Stage } from '../domain/assessment.ts';
import { type Checked, checked } from '../domain/checked.ts';
import { compareCodes } from '../domain/compare-codes.ts';
import type { CriteriaSet, CriteriaSetId } from '../domain/criteria-set.ts';
import { type Issue, isBlocking, type Location, type Referent } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import { parseAdjustments } from './adjustments-tab.ts';
import { unmatchedLevels } from './classed-levels.ts';
import { contradictingNames } from './contradicting-names.ts';
import { type ParsedCriteria, parseCriteria } from './criteria-tab.ts';
import { type ExemptionIndex, indexExemptions } from './exemption-index.ts';
import { type ParsedGroups, parseGroups } from './groups-tab.ts';
import type { InputTab } from './input-tab.ts';
import { markedComponents } from './marks-columns.ts';
import { parseMarks } from './marks-tab.ts';
import { parseNotApplicable } from './not-applicable-tab.ts';
import { maximaByUnit, type OverrideContext, parseOverrides } from './overrides-tab.ts';
import { defaultSettings } from './setting-definitions.ts';
import { findLanguage, type ParsedSettings, parseSettings } from './settings-tab.ts';
import type { SumCheck } from './stated-sum.ts';
import { type TabSource, tabSource } from './tab-source.ts';
import { componentsByCode, type UnitCodes, unitCodes } from './unit-codes.ts';
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
  const stated = readSettings(context);
  const present = setsPresent(tabs);
  const { groups, units, scored } = readUnits(present, context);
  const parsedSets = readSets(present, groups, stated, context);
  const sets = parsedSets.map(({ set }) => set);
  const isUnread = unreadCodes(parsedSets, groups);
  issues.push(...unknownNames(stated, sets, groups, isUnread));
  if (units !== undefined && !units.issues.some(isBlocking)) {
    const { classedLevels, settings } = stated;
    issues.push(...unmatchedLevels(classedLevels, settings.classifications, units.units, units.locateLevel));
  }
  const known = unitCodes(sets, isUnread, units?.known, scored);
  const exemptions = readExemptions(known, context);
  const exemptionIndex = indexExemptions(exemptions);
  const adjusted = readAdjusted(
    { known, exemptions: exemptionIndex, maximaOf: maximaByUnit(sets, scored) },
    context,
  );
  const assessments = readAssessments(parsedSets, exemptionIndex, scored, stated, context);
  const order = new Map<string, number>((units?.units ?? []).map((unit, index) => [unit.id, index]));
  const input: PeriodInput = {
    settings: stated.settings,
    ...(stated.scoring !== undefined && { scoring: stated.scoring }),
    ...(stated.analysis !== undefined && { analysis: stated.analysis }),
    ...(stated.bySet.size > 0 && { bySet: stated.bySet }),
    groups: (groups?.rows ?? []).map(({ group }) => group),
    units: units?.units ?? [],
    sets,
    assessments: assessments.toSorted(
      (a, b) =>
        (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0) ||
        STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
    ),
    exemptions,
    ...adjusted,
  };
  return checked(input, issues);
}

function readSettings({ source, language, issues }: ParseContext): ParsedSettings {
  const tab = source.require({ kind: 'settings' });
  const parsed =
    tab === undefined
      ? {
          settings: defaultSettings(language),
          bySet: new Map(),
          setVersions: new Map(),
          namedSets: [],
          namedCriteria: [],
          classedLevels: [],
          issues: [],
        }
      : parseSettings(tab, language);
  issues.push(...parsed.issues);
  return parsed;
}

/** Codes that settings name although no criteria set has them. */
function unknownNames(
  stated: ParsedSettings,
  sets: readonly CriteriaSet[],
  groups: ParsedGroups | undefined,
  isUnread: UnitCodes['isUnread'],
): readonly Issue[] {
  // A set that a group names and that is missing is told at the group.
  const setIds = new Set<string>([...sets.map((set) => set.id), ...namedSets(groups)]);
  const criteria = new Set(sets.flatMap((set) => [...componentsByCode(set).keys()]));
  const unknownSets = stated.namedSets.filter(({ code }) => !setIds.has(code));
  const unknownCriteria = stated.namedCriteria.filter(({ code }) => !criteria.has(code) && !isUnread(code));
  return [
    ...unknownSets.map(({ code, at }) => unknownCode(at, code, 'criteria-set')),
    ...unknownCriteria.map(({ code, at }) => unknownCode(at, code, 'component')),
  ];
}

function unknownCode(location: Location, given: string, referent: Referent): Issue {
  return { location, code: 'unknown-code', given, referent };
}

/** The sets that have a tab of criteria, by code. */
function setsPresent(tabs: readonly InputTab[]): readonly CriteriaSetId[] {
  return tabs.flatMap(({ key }) => (key.kind === 'criteria' ? [key.setId] : [])).toSorted(compareCodes);
}

function namedSets(groups: ParsedGroups | undefined): readonly CriteriaSetId[] {
  return (groups?.rows ?? []).map(({ group }) => group.setId);
}

/** Codes of rows that a set lacks because something in or above them is wrong; any code while a whole set is missing. */
function unreadCodes(
  parsed: readonly ParsedCriteria[],
  groups: ParsedGroups | undefined,
): UnitCodes['isUnread'] {
  const present = new Set(parsed.map(({ set }) => set.id));
  if (namedSets(groups).some((setId) => !present.has(setId))) return () => true;
  const unread = new Set(
    parsed.flatMap(({ set, stated }) => {
      const read = componentsByCode(set);
      return [...stated].filter((code) => !read.has(code));
    }),
  );
  return (code) => unread.has(code);
}

function readUnits(present: readonly CriteriaSetId[], { source, language, issues }: ParseContext) {
  const groupsTab = source.require({ kind: 'groups' });
  const groups = groupsTab === undefined ? undefined : parseGroups(groupsTab, language);
  const unitsTab = source.require({ kind: 'units' });
  const units = unitsTab === undefined ? undefined : parseUnits(unitsTab, groups?.known, language);
  issues.push(...(groups?.issues ?? []), ...(units?.issues ?? []));
  if (groups !== undefined && units !== undefined && !units.issues.some(isBlocking)) {
    issues.push(...groupsWithoutUnits(groups, units.units));
  }
  // Where no unit is listed at all, that is the one mistake: the codes of every matrix are believed.
  const listed = units === undefined || units.known.size === 0 ? undefined : units;
  return { groups, units: listed, scored: whoIsScored(groups, listed, new Set(present)) };
}

/** The sets in the order in which the groups use them; sets that no group uses yet come last, by code. */
function readSets(
  present: readonly CriteriaSetId[],
  groups: ParsedGroups | undefined,
  stated: ParsedSettings,
  { source, language, issues }: ParseContext,
): readonly ParsedCriteria[] {
  const used = namedSets(groups);
  for (const { group, setAt } of groups?.rows ?? []) {
    if (present.includes(group.setId)) continue;
    const file = source.fileOf({ kind: 'criteria', setId: group.setId });
    issues.push({ ...unknownCode(setAt, group.setId, 'criteria-set'), ...file });
  }
  return [...new Set([...used, ...present])].flatMap((setId) => {
    const tab = source.find({ kind: 'criteria', setId });
    if (tab === undefined) return [];
    const version = stated.setVersions.get(setId) ?? stated.setVersions.get('');
    const parsed = parseCriteria(tab, {
      id: setId,
      sums: sumCheckOf(stated, setId),
      language,
      ...(version !== undefined && { version }),
    });
    issues.push(...parsed.issues);
    return [parsed];
  });
}

/** How strictly the stated sums of a set are checked. */
function sumCheckOf({ scoring, bySet }: ParsedSettings, setId: CriteriaSetId): SumCheck {
  return { ...DEFAULT_SCORING_OPTIONS, ...scoring, ...bySet.get(setId)?.scoring };
}

function readExemptions(known: UnitCodes, { source, language, issues }: ParseContext): readonly Exemption[] {
  const tab = source.find({ kind: 'not-applicable' });
  if (tab === undefined) return [];
  const parsed = parseNotApplicable(tab, known, language);
  issues.push(...parsed.issues);
  return parsed.exemptions;
}

/** Bonuses, penalties and decisions of the council; left out when nobody entered any. */
function readAdjusted(
  decided: Omit<OverrideContext, 'language'>,
  { source, language, issues }: ParseContext,
): Pick<PeriodInput, 'adjustments' | 'overrides'> {
  const adjustmentsTab = source.find({ kind: 'adjustments' });
  const overridesTab = source.find({ kind: 'overrides' });
  const adjusted =
    adjustmentsTab === undefined ? undefined : parseAdjustments(adjustmentsTab, decided.known, language);
  const overridden =
    overridesTab === undefined ? undefined : parseOverrides(overridesTab, { ...decided, language });
  issues.push(...(adjusted?.issues ?? []), ...(overridden?.issues ?? []));
  const { adjustments = [] } = adjusted ?? {};
  const { overrides = [] } = overridden ?? {};
  return { ...(adjustments.length > 0 && { adjustments }), ...(overrides.length > 0 && { overrides }) };
}

function readAssessments(
  sets: readonly ParsedCriteria[],
  exemptions: ExemptionIndex,
  scored: WhoIsScored,
  stated: ParsedSettings,
  { source, language, issues }: ParseContext,
): readonly Assessment[] {
  const usedSets = new Set<CriteriaSetId>(scored.setOf.values());
  const assessments: Assessment[] = [];
  for (const { set, stated: codes, unruled } of sets) {
    for (const stage of STAGES) {
      const key = { kind: 'marks', stage, setId: set.id } as const;
      const needed = usedSets.has(set.id) && isNeeded(set, stage);
      const tab = needed ? source.require(key) : source.find(key);
      if (tab === undefined) continue;
      const unitIds = scored.unitIdsOf(set.id);
      const sums = sumCheckOf(stated, set.id);
      const parsed = parseMarks(tab, {
        set,
        stated: codes,
        unruled,
        stage,
        unitIds,
        exemptions,
        sums,
        language,
      });
      issues.push(...parsed.issues, ...contradictingNames(tab, scored.units));
      assessments.push(...parsed.assessments);
    }
  }
  return assessments;
}

/** A matrix is needed when its marks decide; the self-assessment may be left out. */
function isNeeded(set: CriteriaSet, stage: Stage): boolean {
  return stage !== 'self-assessment' && markedComponents(set, stage).length > 0;
}
