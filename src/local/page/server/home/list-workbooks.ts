import * as z from 'zod';
import type { Account } from '../../../stand-in/identity/accounts.ts';
import type { GoogleAs } from '../google-as.ts';
import type { PageContext } from '../page-context.ts';
import { type ControlState, controlState } from './workbook-card.ts';

const FilesSchema = z.object({
  files: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        version: z.string(),
        modifiedTime: z.string(),
        trashed: z.boolean().default(false),
        ownedByMe: z.boolean().default(false),
        lastModifyingUser: z.object({ displayName: z.string() }).optional(),
      }),
    )
    .default([]),
});
type ListedFile = z.infer<typeof FilesSchema>['files'][number];

/** A workbook on the home page. */
export interface ListedWorkbook {
  readonly id: string;
  readonly title: string;
  readonly modified: Date;
  readonly owned: boolean;
  readonly trashed: boolean;
  /** Whether whoever has the link may look at it. */
  readonly openToAll: boolean;
  /** Absent for a workbook that is no control workbook. */
  readonly control?: ControlState;
}

const SPREADSHEETS = "mimeType = 'application/vnd.google-apps.spreadsheet'";
const FIELDS = 'files(id,name,version,modifiedTime,trashed,ownedByMe)';
/** More than anyone keeps at a time; the newest come first. */
const MOST = '200';

export type ListWorkbooks = (person: Account, google: GoogleAs) => Promise<readonly ListedWorkbook[]>;

/** The workbooks of a person, newest first, each with its state; a state is read anew when Drive counts a change. */
export function workbookLister({
  workspace,
  reader,
}: Pick<PageContext, 'workspace' | 'reader'>): ListWorkbooks {
  const known = new Map<string, { readonly version: string; readonly state: ControlState | undefined }>();

  async function stateOf({ id, version }: ListedFile, person: Account): Promise<ControlState | undefined> {
    const found = known.get(id);
    if (found?.version === version) return found.state;
    const state = await controlState(workspace.spreadsheetOf(id, person), id);
    known.set(id, { version, state });
    return state;
  }

  async function listed(file: ListedFile, person: Account): Promise<ListedWorkbook> {
    const control = file.trashed ? undefined : await stateOf(file, person);
    return {
      id: file.id,
      title: file.name,
      modified: new Date(file.modifiedTime),
      owned: file.ownedByMe,
      trashed: file.trashed,
      openToAll: reader.read(file.id, workspace.people.outsider) !== undefined,
      ...(control === undefined ? {} : { control }),
    };
  }

  return async (person, google) => {
    const query = { q: SPREADSHEETS, orderBy: 'modifiedTime desc', pageSize: MOST, fields: FIELDS };
    const answer = await google('drive/v3/files', { query });
    const { files } = FilesSchema.parse(answer.body);
    return Promise.all(files.map((file) => listed(file, person)));
  };
}
