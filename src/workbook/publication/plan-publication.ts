import type { Change } from '../../domain/change.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';
import { allocateSheets, type NewSheet } from '../output/allocate-sheets.ts';
import { nameTabs } from '../output/name-tabs.ts';
import type { OutputTab, StandingTab } from '../output/output-tab.ts';
import { planNewPublished, planStandingPublished, type TabNotes } from './plan-published-tab.ts';
import { BINDING_KEY, findBinding, type ResultsBinding } from './results-binding.ts';

/** A results file as it was read. */
export interface StandingFile {
  readonly structure: Structure;
  /** Its tabs, by tab key. */
  readonly standing: ReadonlyMap<string, StandingTab>;
}

/** What a results file is told beside its tabs. */
export interface PublicationNotes extends TabNotes {
  readonly binding: ResultsBinding;
  /** The control workbook, whose locale and time zone hold. */
  readonly control: Pick<Structure, 'locale' | 'timeZone'>;
}

const BINDING_TAB = 'how-to-check';

/** The title that a new tab would have: its own, or its own with a number where that was taken. */
function isTitled({ title }: Sheet, planned: string): boolean {
  const [suffix] = / \(\d+\)$/.exec(title) ?? [''];
  return title === planned || title === `${planned.slice(0, 100 - suffix.length)}${suffix}`;
}

function bind(sheetId: number, standing: Sheet | undefined, binding: ResultsBinding): readonly Change[] {
  const found = findBinding(standing);
  const value = JSON.stringify(binding);
  if (found !== undefined && JSON.stringify(found.binding) === value) return [];
  const replaces = found === undefined ? {} : { replaces: found.id };
  return [{ kind: 'set-metadata', sheetId, key: BINDING_KEY, value, ...replaces }];
}

/** Hidden tabs of a run that ended early are taken away with every commit. */
function isStaging({ metadata }: Sheet): boolean {
  return metadata.some(({ key }) => key === 'par.staging');
}

/** Numbers look as in the control workbook, wherever the file was made: 84,58. */
function planLocale(
  { locale, timeZone }: Structure,
  wanted: Pick<Structure, 'locale' | 'timeZone'>,
): readonly Change[] {
  const isKnown = wanted.locale !== '' && wanted.timeZone !== '';
  const isSame = locale === wanted.locale && timeZone === wanted.timeZone;
  if (!isKnown || isSame) return [];
  return [{ kind: 'set-locale', locale: wanted.locale, timeZone: wanted.timeZone }];
}

/**
 * All steps that make a file hold these tabs and no others: nothing when it does already. A tab whose title
 * changed is made anew, because a title is part of what is published.
 */
export function planPublication(
  tabs: readonly OutputTab[],
  { structure, standing }: StandingFile,
  { binding, control, ...notes }: PublicationNotes,
): readonly Change[] {
  const kept = new Map(
    tabs.flatMap((tab) => {
      const stands = standing.get(tab.key);
      return stands !== undefined && isTitled(stands.sheet, tab.title) ? [[tab.key, stands] as const] : [];
    }),
  );
  const keptIds = new Set([...kept.values()].map(({ sheet }) => sheet.sheetId));
  const missing = tabs.filter(({ key }) => !kept.has(key));
  const places = new Map<string, NewSheet>(
    allocateSheets(
      structure,
      missing.map(({ title }) => title),
    ).map((place, index) => [missing[index]?.key ?? '', place]),
  );
  const sheetIdOf = (key: string) => kept.get(key)?.sheet.sheetId ?? places.get(key)?.sheetId;
  const written = tabs.flatMap(({ key }) => {
    const sheetId = sheetIdOf(key);
    return sheetId === undefined ? [] : [{ key, sheetId }];
  });
  const contents = tabs.flatMap((tab) => {
    const [stands, place] = [kept.get(tab.key), places.get(tab.key)];
    if (stands !== undefined) return planStandingPublished(tab, stands, notes);
    return place === undefined ? [] : planNewPublished(tab, place, notes.fingerprint);
  });
  const bindingId = sheetIdOf(BINDING_TAB);
  const gone = structure.sheets.filter((sheet) => !keptIds.has(sheet.sheetId) && !isStaging(sheet));
  return [
    ...contents,
    ...(bindingId === undefined ? [] : bind(bindingId, kept.get(BINDING_TAB)?.sheet, binding)),
    ...nameTabs(structure, written),
    ...gone.map(({ sheetId }): Change => ({ kind: 'delete-sheet', sheetId })),
    // Last: bounds of shading are typed by the locale that was read.
    ...planLocale(structure, control),
  ];
}
