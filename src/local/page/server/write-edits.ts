import type { Bilingual } from '../../../domain/language.ts';
import { EDIT_REFUSALS } from '../../../domain/messages/edit-messages.ts';
import type { Account } from '../../stand-in/identity/accounts.ts';
import { formatA1 } from '../../stand-in/values/a1.ts';
import type { CellEdit, EditOutcome } from '../model/cell-edit.ts';
import { judgeEdit } from '../model/judge-edit.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { type GoogleAnswer, type GoogleAs, messageOf, spreadsheetPath } from './google-as.ts';
import type { WorkbookReader } from './workbook-reader.ts';

const FORBIDDEN = 403;
const TOO_MANY = 429;
/** From here on the fault is the server's, and the next try may do. */
const BROKEN = 500;

function addressOf(edit: CellEdit, workbook: PageWorkbook): string {
  const title = workbook.tabs.find(({ id }) => id === edit.tab)?.title ?? '';
  const { row, column, values } = edit;
  const width = Math.max(...values.map((line) => line.length));
  return formatA1(title, { top: row, left: column, bottom: row + values.length, right: column + width });
}

/** Undefined where the connection broke: the edit may stand or not, and sending it again does no harm. */
async function put(
  edit: CellEdit,
  workbook: PageWorkbook,
  google: GoogleAs,
): Promise<GoogleAnswer | undefined> {
  const range = addressOf(edit, workbook);
  try {
    return await google(`${spreadsheetPath(workbook.id)}/values/${encodeURIComponent(range)}`, {
      method: 'PUT',
      query: { valueInputOption: 'USER_ENTERED' },
      body: { values: edit.values },
    });
  } catch (error) {
    // What fetch throws when there is no answer.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** One edit, as this person: written, refused for a reason in words, or to be tried again. */
async function writeEdit(
  edit: CellEdit,
  workbook: PageWorkbook,
  google: GoogleAs,
  year: number,
): Promise<Bilingual | 'busy' | undefined> {
  const bar = judgeEdit(edit, { workbook, year });
  if (bar !== undefined) return bar;
  const answer = await put(edit, workbook, google);
  if (answer === undefined) return 'busy';
  if (answer.status === 200) return undefined;
  if (answer.status === TOO_MANY || answer.status >= BROKEN) return 'busy';
  return answer.status === FORBIDDEN ? EDIT_REFUSALS.readOnly : EDIT_REFUSALS.refused(messageOf(answer));
}

export interface EditsOf {
  readonly id: string;
  readonly person: Account;
  readonly google: GoogleAs;
  readonly edits: readonly CellEdit[];
  /** For dates typed without a year. */
  readonly year: number;
}

export interface WrittenEdits {
  /** Of the first edits: those that follow one that has to be tried again wait with it. */
  readonly outcomes: readonly EditOutcome[];
  readonly isBusy: boolean;
}

/** Writes edits in their order, each on what the ones before it left. */
export async function writeEdits(
  reader: WorkbookReader,
  { id, person, google, edits, year }: EditsOf,
): Promise<WrittenEdits> {
  const outcomes: EditOutcome[] = [];
  for (const edit of edits) {
    const now = reader.read(id, person);
    const reason =
      now === undefined
        ? EDIT_REFUSALS.readOnly
        : // biome-ignore lint/performance/noAwaitInLoops: an edit is judged by what the one before it left
          await writeEdit(edit, now, google, year);
    if (reason === 'busy') return { outcomes, isBusy: true };
    outcomes.push(
      reason === undefined
        ? { id: edit.id, outcome: 'applied' }
        : { id: edit.id, outcome: 'refused', reason },
    );
  }
  return { outcomes, isBusy: false };
}
