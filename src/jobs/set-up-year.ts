import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { Structure } from '../domain/spreadsheet.ts';
import { USUAL_LOCALE } from '../domain/usual-locale.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import type { WorkbookTemplate } from '../workbook/template/template-schema.ts';
import type { CriteriaSource } from './check-criteria.ts';
import { criteriaSource, findCriteria, setIdOf } from './criteria-sources.ts';
import { hasResultsOf, type LastYear, lastYear } from './last-year.ts';
import { planYear, type YearPlan } from './plan-year.ts';
import { provision } from './provision.ts';
import { readWorkbook } from './read-workbook.ts';

/** A workbook with criteria sets, and the code of the one that is wanted or that its only table is. */
export interface CriteriaWorkbook {
  readonly spreadsheet: SpreadsheetPort;
  readonly setId?: string;
}

export interface SetUpDependencies {
  /** The control workbook of the period before; absent where nothing is carried over. */
  readonly last?: SpreadsheetPort;
  readonly criteria: readonly CriteriaWorkbook[];
  /** The new file, still empty; absent where the plan is only looked at. */
  readonly into?: SpreadsheetPort;
  readonly template: WorkbookTemplate;
  readonly newRunId: () => string;
  readonly onPhase?: (phase: 'read' | 'render' | 'write') => void;
}

export interface SetUpChoices {
  readonly language: Language;
  readonly period: string;
  readonly province?: string;
  /** How numbers look, such as vi_VN; as last year when absent, or as usual for the language. */
  readonly locale?: string;
  /** E-mail addresses of those who may change what is protected. */
  readonly office: readonly string[];
}

/** Why no year was begun. Nothing was written. */
export type SetUpRefusal =
  | { readonly kind: 'not-a-control-workbook' }
  | { readonly kind: 'last-year-has-errors'; readonly issues: readonly Issue[] }
  | { readonly kind: 'same-period' }
  /** No tab of the workbook at this place, counted from 0, has criteria. */
  | { readonly kind: 'no-criteria'; readonly place: number }
  | { readonly kind: 'criteria-have-errors'; readonly issues: readonly Issue[] }
  | { readonly kind: 'not-empty' };

export type SetUpOutcome =
  | { readonly kind: 'draft'; readonly plan: YearPlan; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'set-up';
      readonly plan: YearPlan;
      readonly issues: readonly Issue[];
      /** Where people open the new workbook; absent for a file on disk. */
      readonly address?: string;
    }
  | { readonly kind: 'refused'; readonly refusal: SetUpRefusal };

type Settled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: SetUpRefusal };

interface Before {
  readonly year?: LastYear;
  readonly structure?: Structure;
}

async function readLast(spreadsheet: SpreadsheetPort | undefined, period: string): Promise<Settled<Before>> {
  if (spreadsheet === undefined) return { ok: true, value: {} };
  const workbook = await readWorkbook(spreadsheet);
  if (workbook.inputs.length === 0) return { ok: false, refusal: { kind: 'not-a-control-workbook' } };
  const read = lastYear(workbook);
  if (!read.ok) return { ok: false, refusal: { kind: 'last-year-has-errors', issues: read.issues } };
  if (hasResultsOf(read.value, period)) return { ok: false, refusal: { kind: 'same-period' } };
  return { ok: true, value: { year: read.value, structure: workbook.structure } };
}

async function readSources(
  workbooks: readonly CriteriaWorkbook[],
  language: Language,
): Promise<Settled<readonly CriteriaSource[]>> {
  const found = await Promise.all(
    workbooks.map(async ({ spreadsheet, setId: id }) => {
      const reader = { nameOfOnly: (title: string) => title, language };
      return (await findCriteria(spreadsheet, { id }, reader)).flatMap((table) => {
        const setId = setIdOf(table.id);
        return setId === undefined ? [] : [criteriaSource(table, setId)];
      });
    }),
  );
  const place = found.findIndex((sources) => sources.length === 0);
  if (place >= 0) return { ok: false, refusal: { kind: 'no-criteria', place } };
  return { ok: true, value: found.flat() };
}

/** A file whose only tab holds nothing at all. */
interface BlankFile {
  readonly structure: Structure;
  readonly blankId: number;
}

/** Undefined for a file that holds anything. */
async function findBlank(into: SpreadsheetPort): Promise<BlankFile | undefined> {
  const structure = await into.readStructure();
  const { sheets, metadata } = structure;
  const [first, ...others] = sheets;
  const hasNotes = [...metadata, ...sheets.flatMap((sheet) => sheet.metadata)].length > 0;
  if (first === undefined || others.length > 0 || hasNotes) return undefined;
  const grid = (await into.readGrids([first])).get(first.sheetId) ?? [];
  const isBlank = grid.flat().every((cell) => cell === null || cell === '');
  return isBlank ? { structure, blankId: first.sheetId } : undefined;
}

/** Numbers look as last year while the language stays; a new file has the clock of whoever made it. */
function localeOf(
  { language, locale }: SetUpChoices,
  { year, structure }: Before,
  file: Structure,
): Pick<Structure, 'locale' | 'timeZone'> {
  const stays = year?.input.settings.language === language ? structure?.locale : undefined;
  return {
    locale: locale ?? stays ?? USUAL_LOCALE[language],
    timeZone: structure?.timeZone ?? file.timeZone,
  };
}

/** The file as it was before; undefined for one that was not empty any more. */
async function fill(
  into: SpreadsheetPort,
  { plan, before }: { readonly plan: YearPlan; readonly before: Before },
  choices: SetUpChoices,
  { template, newRunId, onPhase }: SetUpDependencies,
): Promise<Structure | undefined> {
  const file = await findBlank(into);
  if (file === undefined) return undefined;
  onPhase?.('write');
  const { input, further } = plan.year;
  const { office, language } = choices;
  const locale = localeOf(choices, before, file.structure);
  const dress = { template, office, isToBeFilled: true };
  const beside = { further, dress, blankId: file.blankId, locale };
  const outcome = await provision(into, input, language, newRunId, beside);
  // Somebody else was faster: the file is no longer empty.
  return outcome.kind === 'committed' ? file.structure : undefined;
}

/**
 * Begins a year: reads last year's control workbook and the new criteria sets, and fills an empty file in one commit;
 * without a file the plan is answered and nothing is written.
 */
export async function setUpYear(
  dependencies: SetUpDependencies,
  choices: SetUpChoices,
): Promise<SetUpOutcome> {
  const { last, criteria, into, onPhase } = dependencies;
  const { language, period, province } = choices;
  const refused = (refusal: SetUpRefusal): SetUpOutcome => ({ kind: 'refused', refusal });
  onPhase?.('read');
  const before = await readLast(last, period);
  if (!before.ok) return refused(before.refusal);
  const sources = await readSources(criteria, language);
  if (!sources.ok) return refused(sources.refusal);
  onPhase?.('render');
  const wanted = { language, period, ...(province !== undefined && { province }) };
  const planned = planYear(wanted, sources.value, before.value.year);
  if (!planned.ok) return refused({ kind: 'criteria-have-errors', issues: planned.issues });
  const { value: plan, issues } = planned;
  if (into === undefined) return { kind: 'draft', plan, issues };
  const filled = await fill(into, { plan, before: before.value }, choices, dependencies);
  if (filled === undefined) return refused({ kind: 'not-empty' });
  const { address } = filled;
  return { kind: 'set-up', plan, issues, ...(address === undefined ? {} : { address }) };
}
