/// <reference types="google-apps-script" />
import {
  fileMadeText,
  notSharedText,
  planHeading,
  plannedSetLine,
  SETUP_MENU_WORDS,
} from '../../../src/domain/messages/setup-menu-words.ts';
import { datedLine } from '../../../src/domain/messages/year-words.ts';
import { addressOfFile } from './address-of-file.ts';
import { type Called, callFunction } from './call-function.ts';
import { createSharedSpreadsheet } from './create-file.ts';
import { say } from './language.ts';
import { troubled } from './publish.ts';
import { readForm, type SetupForm, type SetupWish } from './setup-form.ts';
import { shareWith } from './share-file.ts';

/** The parts of the answer of setup that the menu shows (docs/openapi.json has all of them). */
interface Planned {
  readonly sets: readonly {
    readonly id: string;
    readonly version: string | null;
    readonly components: number;
    readonly changes?: string;
    readonly rows?: readonly Row[];
    readonly dated: readonly string[];
  }[];
  readonly groups: number;
  readonly units: number;
  readonly results: number;
  readonly warnings: readonly { readonly tab: string; readonly cell?: string; readonly text: string }[];
  readonly fileName: string;
  readonly serviceAccount: string;
}

interface Row {
  readonly code: string;
  readonly change: string;
  readonly before: string;
  readonly after: string;
}

/** What the dialog sends when a plan is confirmed: all of the form, and what the plan said. */
interface SetupConfirm extends SetupForm {
  /** The name for the new file; empty where this spreadsheet is the new file. */
  readonly fileName: string;
  readonly serviceAccount: string;
}

/** What the dialog shows after each step. */
interface SetupState {
  readonly ok: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  /** Present while something can be confirmed. */
  readonly confirm?: Pick<SetupConfirm, 'fileName' | 'serviceAccount'>;
  /** The address of the new workbook. */
  readonly address?: string;
}

/** The product’s note on its tabs (src/workbook/tab-key.ts names it). */
const TAB_KEY = 'par.tab';
/** The file that was made while it is not yet filled: a second try takes it again. */
const NEW_FILE = 'par.new-year-file';

/** True for a spreadsheet that people already work in: the new year gets a file of its own. */
export function isControlWorkbook(): boolean {
  const finder = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder();
  return finder.withKey(TAB_KEY).find().length > 0;
}

function refused(lines: readonly string[]): SetupState {
  return { ok: false, title: say(SETUP_MENU_WORDS.showPlan), lines };
}

function setLines({ id, version, components, changes, rows = [], dated }: Planned['sets'][number]) {
  return [
    say(plannedSetLine(id, version, components)),
    ...(changes === undefined ? [] : [changes]),
    ...rows.map(({ code, change, before, after }) => `${code} · ${change}: ${before} → ${after}`),
    ...(dated.length === 0 ? [] : [say(datedLine(id, dated))]),
  ];
}

function planState(planned: Planned): SetupState {
  const { sets, groups, units, results, warnings, fileName, serviceAccount } = planned;
  const makesFile = isControlWorkbook();
  return {
    ok: true,
    title: say(planHeading({ sets: sets.length, groups, units, results })),
    lines: [
      ...sets.flatMap(setLines),
      ...warnings.map(({ tab, cell, text }) => `${cell === undefined ? tab : `${tab}!${cell}`}: ${text}`),
      say(makesFile ? SETUP_MENU_WORDS.makesFile : SETUP_MENU_WORDS.fillsThis),
    ],
    confirm: { fileName: makesFile ? fileName : '', serviceAccount },
  };
}

/** Called by the dialog: what the new year would begin with, to look at. */
export function draftSetup(form: SetupForm): SetupState {
  const read = readForm(form);
  if (!read.ok) return refused(read.problems.map(say));
  const called = callFunction<Planned>('setup', { ...read.wish });
  return called.ok ? planState(called.body) : troubled(called.trouble);
}

function properties() {
  return PropertiesService.getDocumentProperties();
}

function done(address: string, more: readonly string[]): SetupState {
  const lines = [say(SETUP_MENU_WORDS.readGuide), ...more];
  return { ok: true, title: say(SETUP_MENU_WORDS.done), lines, address };
}

function fill(wish: SetupWish, into: string): Called<{ readonly address: string }> {
  return callFunction('setup', { ...wish, into });
}

/** This spreadsheet, still empty, becomes the workbook. */
function fillThis(wish: SetupWish): SetupState {
  const called = fill(wish, SpreadsheetApp.getActiveSpreadsheet().getId());
  return called.ok ? done(called.body.address, []) : troubled(called.trouble);
}

function newFile({ fileName, serviceAccount }: SetupConfirm): string | undefined {
  const made = createSharedSpreadsheet(fileName, serviceAccount);
  if (made !== undefined) properties().setProperty(NEW_FILE, made);
  return made;
}

function forgetFile(): void {
  properties().setProperty(NEW_FILE, '');
}

/** Shares a file with the colleagues, then has it filled. A file that was not filled is taken again next time. */
function fillFile(wish: SetupWish, id: string): SetupState | 'gone' {
  const unshared = shareWith(id, wish.office);
  const made = say(fileMadeText(addressOfFile(id)));
  if (unshared.length > 0) return refused([say(notSharedText(unshared)), made]);
  const called = fill(wish, id);
  if (called.ok) {
    forgetFile();
    return done(called.body.address, [say(SETUP_MENU_WORDS.needsMenu)]);
  }
  const { code } = called.trouble;
  // An earlier try came to its end although no answer arrived.
  if (code === 'not-empty') forgetFile();
  if (code === 'named-workbook-unseen') return 'gone';
  const { title, lines } = troubled(called.trouble);
  return { ok: false, title, lines: [...lines, made] };
}

function fillNewFile(wish: SetupWish, form: SetupConfirm): SetupState {
  const cannot = refused([say(SETUP_MENU_WORDS.cannotMakeFile)]);
  const known = properties().getProperty(NEW_FILE);
  const first = known ? fillFile(wish, known) : 'gone';
  if (first !== 'gone') return first;
  const id = newFile(form);
  const state = id === undefined ? cannot : fillFile(wish, id);
  return state === 'gone' ? cannot : state;
}

/** Called by the dialog: makes the workbook that was shown. */
export function confirmSetup(form: SetupConfirm): SetupState {
  const read = readForm(form);
  if (!read.ok) return refused(read.problems.map(say));
  return form.fileName === '' ? fillThis(read.wish) : fillNewFile(read.wish, form);
}
