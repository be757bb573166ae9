/// <reference types="google-apps-script" />
import {
  changedCellsLine,
  draftHeading,
  figuresHeading,
  movedHeading,
  PUBLISH_MENU_WORDS,
  publishedLine,
  tabsLine,
  unprovenDraftLine,
  withheldLine,
} from '../../../src/domain/messages/publish-menu-words.ts';
import { type Called, callFunction, type Trouble } from './call-function.ts';
import { createSharedSpreadsheet } from './create-file.ts';
import { figureText, movesText } from './describe-changes.ts';
import { menuLanguage, say } from './language.ts';
import type { ConfirmForm, DialogState, Drafted, Published, PublishForm } from './publication-answers.ts';
import { bodyOf, problemsOf } from './publish-form.ts';

/** The file that was made for the results while it is not theirs yet: a second try takes it again. */
const NEW_FILE = 'par.new-results-file';

/** Lines of a draft about units and tabs: more are counted. */
const LINES_SHOWN = 40;

export function troubled({ title, detail, lines = [] }: Trouble): DialogState {
  return { ok: false, title, lines: [detail, ...lines] };
}

function shortened(lines: readonly string[], further = 0): readonly string[] {
  const more = Math.max(0, lines.length - LINES_SHOWN) + further;
  return more > 0 ? [...lines.slice(0, LINES_SHOWN), `… +${more}`] : lines;
}

function changeLines(drafted: Drafted): readonly string[] {
  const { number, corrections, figures, moreFigures, unproven, cells } = drafted;
  if (number === 1) return [say(PUBLISH_MENU_WORDS.first)];
  const language = menuLanguage();
  const moved = corrections.map((each) => `${each.unitName}: ${movesText(each, language)}`);
  const further = figures.map((each) => figureText(each, language));
  const heading = moved.length === 0 ? PUBLISH_MENU_WORDS.nothingMoves : movedHeading(moved.length);
  return [
    say(unproven === undefined ? heading : unprovenDraftLine(unproven)),
    ...shortened(moved),
    ...shortened(cells.map(({ tab, cells: count }) => say(changedCellsLine(tab, count)))),
    ...(further.length === 0 ? [] : [say(figuresHeading(further.length + moreFigures))]),
    ...shortened(further, moreFigures),
  ];
}

function stateOfDraft(drafted: Drafted, { provisional }: PublishForm): DialogState {
  const { draft, number, audience, tabs, choices, fileName, serviceAccount, resultsId } = drafted;
  return {
    ok: true,
    title: say(draftHeading(number, audience)),
    lines: [
      say(PUBLISH_MENU_WORDS.noLeak),
      say(withheldLine(provisional)),
      say(tabsLine(tabs.map(({ title }) => title))),
      ...changeLines(drafted),
      ...(resultsId === undefined ? [say(PUBLISH_MENU_WORDS.makesFile)] : []),
    ],
    choices,
    confirm: { draft, fileName: resultsId === undefined ? fileName : '', serviceAccount },
  };
}

/** Called by the dialog: what would be published, to look at. */
export function draftPublication(form: PublishForm): DialogState {
  const problems = problemsOf(form);
  if (problems.length > 0)
    return { ok: false, title: say(PUBLISH_MENU_WORDS.showDraft), lines: problems.map(say) };
  const called = callFunction<Drafted>('publish', bodyOf(form));
  return called.ok ? stateOfDraft(called.body, form) : troubled(called.trouble);
}

function properties() {
  return PropertiesService.getDocumentProperties();
}

/** The file that was made for the results before, or a new one. */
function newFile({ fileName, serviceAccount }: ConfirmForm): string | undefined {
  const known = properties().getProperty(NEW_FILE);
  if (known) return known;
  const made = createSharedSpreadsheet(fileName, serviceAccount);
  if (made !== undefined) properties().setProperty(NEW_FILE, made);
  return made;
}

function confirmed(form: ConfirmForm, resultsId?: string): Called<Published> {
  const file = resultsId === undefined ? {} : { resultsId };
  return callFunction<Published>('publish', { ...bodyOf(form), confirm: form.draft, ...file });
}

/** A file that somebody else made, or that is gone, is of no use: a second one is made, once. */
const OTHER_FILE = /^(not-a-results-file|results-file-unreachable)$/;

function confirmedInNewFile(form: ConfirmForm): Called<Published> | undefined {
  const resultsId = newFile(form);
  if (resultsId === undefined) return undefined;
  const called = confirmed(form, resultsId);
  if (called.ok || !OTHER_FILE.test(called.trouble.code ?? '')) return called;
  properties().setProperty(NEW_FILE, '');
  const other = newFile(form);
  return other === undefined ? undefined : confirmed(form, other);
}

/** Called by the dialog: publishes the draft that was shown, and no other. */
export function confirmPublication(form: ConfirmForm): DialogState {
  const called = form.fileName === '' ? confirmed(form) : confirmedInNewFile(form);
  if (called === undefined)
    return {
      ok: false,
      title: say(PUBLISH_MENU_WORDS.confirm),
      lines: [say(PUBLISH_MENU_WORDS.cannotMakeFile)],
    };
  if (!called.ok) return troubled(called.trouble);
  const { release, address } = called.body;
  return { ok: true, title: say(publishedLine(release.number)), lines: [], address };
}
