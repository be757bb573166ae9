import type { Bilingual } from '../../../domain/language.ts';
import { EDIT_REFUSALS } from '../../../domain/messages/edit-messages.ts';
import type { Account } from '../../stand-in/identity/accounts.ts';
import { formatA1 } from '../../stand-in/values/a1.ts';
import type { CellEdit, EditOutcome } from '../model/cell-edit.ts';
import { judgeEdit } from '../model/judge-edit.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { type GoogleAs, messageOf, spreadsheetPath } from './google-as.ts';
import type { WorkbookReader } from './workbook-reader.ts';

const FORBIDDEN = 403;

function addressOf(edit: CellEdit, workbook: PageWorkbook): string {
  const title = workbook.tabs.find(({ id }) => id === edit.tab)?.title ?? '';
  const { row, column, values } = edit;
  const width = Math.max(...values.map((line) => line.length));
  return formatA1(title, { top: row, left: column, bottom: row + values.length, right: column + width });
}

/** One edit, as this person: written, or refused for a reason in words. */
async function writeEdit(
  edit: CellEdit,
  workbook: PageWorkbook,
  google: GoogleAs,
  year: number,
): Promise<Bilingual | undefined> {
  const bar = judgeEdit(edit, { workbook, year });
  if (bar !== undefined) return bar;
  const range = addressOf(edit, workbook);
  const answer = await google(`${spreadsheetPath(workbook.id)}/values/${encodeURIComponent(range)}`, {
    method: 'PUT',
    query: { valueInputOption: 'USER_ENTERED' },
    body: { values: edit.values },
  });
  if (answer.status === 200) return undefined;
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

/** Writes edits in their order, each on what the ones before it left. */
export async function writeEdits(
  reader: WorkbookReader,
  { id, person, google, edits, year }: EditsOf,
): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = [];
  for (const edit of edits) {
    const now = reader.read(id, person);
    const reason =
      now === undefined
        ? EDIT_REFUSALS.readOnly
        : // biome-ignore lint/performance/noAwaitInLoops: an edit is judged by what the one before it left
          await writeEdit(edit, now, google, year);
    outcomes.push(
      reason === undefined
        ? { id: edit.id, outcome: 'applied' }
        : { id: edit.id, outcome: 'refused', reason },
    );
  }
  return outcomes;
}
