import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { PRODUCT_VERSION } from '../../../src/domain/product-version.ts';
import { provision } from '../../../src/jobs/provision.ts';
import type { PublicationDependencies } from '../../../src/jobs/publication/publication-run.ts';
import { publish } from '../../../src/jobs/publication/publish.ts';
import type { PublishReport, PublishRequest } from '../../../src/jobs/publication/publish-outcome.ts';
import { type VerifyReport, verify } from '../../../src/jobs/publication/verify.ts';
import {
  type WithdrawReport,
  type WithdrawRequest,
  withdraw,
} from '../../../src/jobs/publication/withdraw.ts';
import { recompute } from '../../../src/jobs/recompute.ts';
import { makeRestClient } from '../../../src/local/rest-client.ts';
import type { Account } from '../../../src/local/stand-in/identity/accounts.ts';
import { type StandIn, startStandIn } from '../../../src/local/stand-in/stand-in.ts';
import { GoogleFile } from '../../../src/sheets/file/google-file.ts';
import { bearerAuth } from '../../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../src/sheets/google-spreadsheet.ts';
import { TAB_METADATA_KEY } from '../../../src/workbook/tab-key.ts';
import { sampleInput } from '../../jobs/sample.ts';
import { appraisedMark } from '../../local/mark-cell.ts';

const account = (email: string, kind: Account['kind'] = 'person'): Account => ({
  email,
  displayName: email.split('@')[0] ?? email,
  kind,
  token: `token-${email}`,
});

export const ROBOT = account('robot@par-index.test', 'service');
export const PUBLISHER = account('publisher@par-index.test');
export const COLLEAGUE = account('colleague@par-index.test');
export const OUTSIDER = account('outsider@elsewhere.test');

/** A bare call to the server as anybody's program would make it: its status and what it answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface PublicationWorld {
  readonly standIn: StandIn;
  readonly controlId: string;
  readonly call: (who: Account, method: string, path: string, body?: unknown) => Promise<Answered>;
  /** A new file of somebody's, shared with the functions' account. */
  readonly newFile: (who?: Account) => Promise<string>;
  readonly dependencies: (options?: {
    readonly fetch?: typeof fetch;
    readonly signal?: AbortSignal;
    /** Another control workbook than the world's own. */
    readonly controlId?: string;
    /** Smaller batches than in use, so that a small release takes many of them. */
    readonly bytesPerBatch?: number;
  }) => PublicationDependencies;
  readonly recompute: () => Promise<void>;
  /** Somebody types into a cell of the control workbook. */
  readonly type: (cell: string, value: string | number) => Promise<void>;
  /** The cell of the appraised points of Thủ Dầu Một. */
  readonly mark: string;
  readonly withdraw: (request?: WithdrawRequest, by?: Account) => Promise<WithdrawReport>;
  readonly verify: (resultsId: string) => Promise<VerifyReport>;
  readonly publish: (request: PublishRequest, by?: Account) => Promise<PublishReport>;
  /** Draft and confirmation in one go, as a publisher who agrees with what is shown. */
  readonly publishAll: (request: PublishRequest, by?: Account) => Promise<PublishReport>;
  readonly close: () => Promise<void>;
}

export const REQUEST: PublishRequest = {
  audience: { kind: 'anyone' },
  copying: true,
  who: 'Sở Nội vụ',
  why: 'Công bố theo kế hoạch',
  provisional: false,
};

/** A control workbook with results, and the people around it, on a server of its own. */
export async function makePublicationWorld(
  sample: string | PeriodInput = 'binh-duong-2017',
): Promise<PublicationWorld> {
  const storeDir = await mkdtemp(join(tmpdir(), 'par-publication-'));
  const accounts = [ROBOT, PUBLISHER, COLLEAGUE, OUTSIDER];
  const standIn = await startStandIn({ port: 0, storeDir, accounts, report: () => undefined });
  const { rootUrl } = standIn;

  async function call(who: Account, method: string, path: string, body?: unknown): Promise<Answered> {
    const response = await fetch(new URL(path, rootUrl), {
      method,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
  }
  async function made(who: Account, title: string): Promise<string> {
    const properties = { title, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
    const { body } = await call(who, 'POST', '/v4/spreadsheets', { properties });
    const id = String(body['spreadsheetId']);
    const share = { type: 'user', role: 'writer', emailAddress: ROBOT.email };
    await call(who, 'POST', `/drive/v3/files/${id}/permissions?sendNotificationEmail=false`, share);
    return id;
  }
  const controlId = await made(PUBLISHER, 'Chỉ số CCHC');
  const auth = bearerAuth(async () => ({ accessToken: ROBOT.token, expiresAt: Date.now() + 3_600_000 }));
  let runs = 0;
  const newRunId = () => {
    runs += 1;
    return `run-${runs}`;
  };
  const dependencies: PublicationWorld['dependencies'] = (options = {}) => {
    const { fetch: carry, signal, bytesPerBatch, controlId: control = controlId } = options;
    const connection = connectGoogle({ auth, rootUrl, ...(carry === undefined ? {} : { fetch: carry }) });
    const patience = signal === undefined ? {} : { signal };
    const batches = bytesPerBatch === undefined ? {} : { bytesPerWrite: bytesPerBatch };
    return {
      ...(bytesPerBatch === undefined ? {} : { bytesPerBatch }),
      control: new GoogleSpreadsheet({ connection, spreadsheetId: control, patience }),
      controlId: control,
      openResults: (fileId) => ({
        spreadsheet: new GoogleSpreadsheet({ connection, spreadsheetId: fileId, patience, ...batches }),
        file: new GoogleFile({ connection, fileId, patience }),
      }),
      serviceAccount: ROBOT.email,
      now: () => new Date('2026-11-23T02:15:02.500Z'),
      newRunId,
      product: PRODUCT_VERSION,
    };
  };
  const input = typeof sample === 'string' ? await sampleInput(sample) : sample;
  await provision(dependencies().control, input, input.settings.language, newRunId);
  const staff = makeRestClient(rootUrl, PUBLISHER.token, TAB_METADATA_KEY);
  const mark = await appraisedMark(staff, controlId);
  const world: PublicationWorld = {
    standIn,
    mark,
    controlId,
    call,
    newFile: (who = PUBLISHER) => made(who, 'Kết quả'),
    dependencies,
    recompute: async () => {
      const { control } = dependencies();
      const report = await recompute(
        { spreadsheet: control, now: () => new Date('2026-11-23T02:00:00Z'), clock: () => 0, newRunId },
        PUBLISHER.email,
      );
      if (report.outcome.kind !== 'recomputed') throw new Error(JSON.stringify(report.outcome));
    },
    type: async (cell, value) => {
      const path = `/v4/spreadsheets/${controlId}/values/${encodeURIComponent(cell)}?valueInputOption=RAW`;
      const { status, body } = await call(PUBLISHER, 'PUT', path, { values: [[value]] });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    withdraw: (request = { who: 'Sở Nội vụ', why: 'Rà soát lại' }, by = PUBLISHER) =>
      withdraw(dependencies(), request, by.email),
    verify: (resultsId) => {
      const { control, openResults } = dependencies();
      const { spreadsheet, file } = openResults(resultsId);
      const openFile = () => ({ spreadsheet, describe: () => file.describe() });
      return verify({ control, controlId, openResults: openFile });
    },
    publish: (request, by = PUBLISHER) => publish(dependencies(), request, by.email),
    publishAll: async (request, by = PUBLISHER) => {
      const drafted = await world.publish(request, by);
      if (drafted.outcome.kind !== 'draft') return drafted;
      return world.publish({ ...request, confirm: drafted.outcome.draft }, by);
    },
    close: async () => {
      await standIn.close();
      await rm(storeDir, { recursive: true });
    },
  };
  await world.recompute();
  return world;
}
