import { OAuth2Client } from 'googleapis-common';
import { versionNoteId } from '../../src/domain/version.ts';
import { connectGoogle, type GoogleConnection } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { Patience } from '../../src/sheets/retry-policy.ts';
import { GOOGLE_LIMITS } from '../../src/sheets/traffic.ts';
import { makeFakeClock } from './fake-clock.ts';
import {
  type Answer,
  type Recorded,
  type RecordingServer,
  startRecordingServer,
} from './recording-server.ts';

export const TOKEN = 'a-secret-token';
const STRUCTURE = {
  properties: { title: 'Sổ điều hành', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
  sheets: [
    { properties: { title: 'Đơn vị', gridProperties: { rowCount: 50, columnCount: 4 } } },
    {
      properties: {
        sheetId: 9,
        title: "Điểm 'số'",
        hidden: true,
        gridProperties: { rowCount: 7, columnCount: 28 },
      },
      developerMetadata: [{ metadataId: 3, metadataKey: 'par.tab', metadataValue: 'scores' }],
    },
    { properties: { sheetId: 10, title: 'Biểu đồ' } },
  ],
  developerMetadata: [{ metadataId: versionNoteId(4), metadataKey: 'par.version', metadataValue: 'run-4' }],
  namedRanges: [{ name: 'par_units', range: {} }, { name: 'par_gone' }],
};

export type Script = (request: Recorded, count: number) => Answer;

export interface ScriptedGoogle {
  readonly port: GoogleSpreadsheet;
  readonly server: RecordingServer;
  readonly connection: GoogleConnection;
}

/** The call that looks for what is protected, once a write was refused. */
export function isAboutProtections({ query }: Recorded): boolean {
  return query.get('fields')?.includes('unprotectedRanges') === true;
}

/** A run against a server that answers reads of the structure; everything else by the given script. */
export async function openScripted(
  script: Script,
  patience: Partial<Patience> = {},
): Promise<ScriptedGoogle> {
  let others = 0;
  const server = await startRecordingServer((request) => {
    if (request.path === '/v4/spreadsheets/the-id' && !isAboutProtections(request))
      return { status: 200, body: STRUCTURE };
    others += 1;
    return script(request, others);
  });
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: TOKEN });
  const connection = connectGoogle({ auth, rootUrl: server.rootUrl, limits: GOOGLE_LIMITS });
  const port = new GoogleSpreadsheet({
    connection,
    spreadsheetId: 'the-id',
    patience: { clock: makeFakeClock(), random: () => 0, ...patience },
  });
  return { port, server, connection };
}

/** The answer to a look at the guard. */
export function held(runId: string): Answer {
  return { status: 200, body: { metadataValue: runId } };
}

export function errorAnswer(status: number, message: string): Answer {
  return { status, body: { error: { code: status, message } } };
}

export function isCommit({ path }: Recorded): boolean {
  return path.endsWith(':batchUpdate');
}
