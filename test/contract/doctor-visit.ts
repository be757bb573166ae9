import type { Finding } from '../../src/domain/doctor-finding.ts';
import { describeFinding } from '../../src/domain/messages/doctor-messages.ts';
import { classifyAnswer } from '../../src/sheets/classify-answer.ts';
import { type Ask, makeAsk } from '../../src/sheets/doctor/ask.ts';
import { examine } from '../../src/sheets/doctor/examine.ts';
import { makeReadPermissions } from '../../src/sheets/drive-permissions.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import type { StandInHarness } from './stand-in-harness.ts';

export const TAB = { sheetId: 5, title: 'Điểm', rowCount: 10, columnCount: 3, cells: [['của phòng']] };
export const account = 'robot@stand-in.iam.test';

export interface Visit {
  readonly token?: string;
  readonly spreadsheetId?: string;
  readonly now?: () => number;
  readonly through?: (ask: Ask) => Ask;
  /** What Google's Drive answers when it is asked for roles; the local server when absent. */
  readonly driveRefuses?: readonly [number, object];
  /** What happened before. */
  readonly before?: (harness: StandInHarness) => Promise<unknown>;
}

/** Examines a spreadsheet as the command does. */
export async function visitOn(harness: StandInHarness, options: Visit) {
  const { token = 'token-an', now = Date.now, through, driveRefuses, before } = options;
  await before?.(harness);
  const { rootUrl } = harness.standIn;
  const { spreadsheetId = harness.spreadsheetId } = options;
  const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
  const plain = makeAsk({ auth, rootUrl, now });
  const ask = through?.(plain) ?? plain;
  const readPermissions =
    driveRefuses === undefined ? makeReadPermissions({ auth, rootUrl }) : refusing(...driveRefuses);
  return examine({ ask, readPermissions, spreadsheetId, account, now, random: Math.random });
}

/** A Google that refuses in its own words. */
export function refusal(status: number, error: object) {
  return classifyAnswer(status, JSON.stringify({ error }), undefined);
}

function refusing(status: number, error: object): () => Promise<never> {
  return () => Promise.reject(new SpreadsheetError(refusal(status, error).failure));
}

export function share(permission: object) {
  return ({ rest, spreadsheetId }: StandInHarness) =>
    rest('POST', `/drive/v3/files/${spreadsheetId}/permissions`, permission);
}

export function troubles(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ kind }) => kind !== 'holds')
    .map((finding) => describeFinding(finding, 'vi', { account }));
}

/** A Google that refuses matching requests in its own words. */
export function refusesWhere(pattern: RegExp, status: number, message: string): (ask: Ask) => Ask {
  return (ask) => async (method, path, body) =>
    pattern.test(`${method} ${path} ${JSON.stringify(body)}`)
      ? { ok: false, problem: refusal(status, { message }) }
      : ask(method, path, body);
}

/** A Google that does something else than is believed: answers to matching requests are replaced. */
export function lying(pattern: RegExp, answer: unknown): (ask: Ask) => Ask {
  return (ask) => async (method, path, body) => {
    const result = await ask(method, path, body);
    const isMeant = pattern.test(`${method} ${path} ${JSON.stringify(body)}`);
    return isMeant ? { ok: true, value: { body: answer, serverTime: Date.now() } } : result;
  };
}
