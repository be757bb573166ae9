import { answerCheck, BREACH_LOG } from '../../../src/local/stand-in/contract/answer-check.ts';
import { GoogleError } from '../../../src/local/stand-in/contract/google-error.ts';
import { validateRequest } from '../../../src/local/stand-in/contract/validate-request.ts';
import { uploadSessions } from '../../../src/local/stand-in/drive/upload-sessions.ts';
import { NO_CALCULATOR } from '../../../src/local/stand-in/formulas/calculator.ts';
import type { Service } from '../../../src/local/stand-in/http/call.ts';
import { handleCall } from '../../../src/local/stand-in/http/handle-call.ts';
import { matchRoute } from '../../../src/local/stand-in/http/routes.ts';
import { SEEDED_ACCOUNTS } from '../../../src/local/stand-in/identity/accounts.ts';
import type { FileStore } from '../../../src/local/stand-in/storage/file-store.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** The stand-in without sockets: the same routes, checks and handlers, called in this process. */
export type Google = (method: string, url: string, body?: string) => Promise<HttpAnswer>;

/** @param firstId above all ids that the service gave before, where a world goes on from a state that another one made */
export function makeGoogle(store: FileStore, firstId = 1_000): Google {
  let ids = firstId;
  const [caller] = SEEDED_ACCOUNTS;
  if (caller === undefined) throw new Error('the stand-in has no accounts');
  const service: Service = {
    store,
    accounts: SEEDED_ACCOUNTS,
    now: () => new Date(1_700_000_000_000),
    newId: () => {
      ids += 1;
      return ids;
    },
    newFileId: () => 'the-spreadsheet',
    evaluator: { evaluate: () => undefined },
    defaults: { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    validation: { strict: false },
    calculator: NO_CALCULATOR,
    web: { origin: 'https://docs.google.com' },
    uploads: uploadSessions(),
    checkAnswer: answerCheck(process.env[BREACH_LOG]),
  };
  return async (method, url, body) => {
    const { pathname, searchParams } = new URL(url);
    const route = matchRoute(method, pathname);
    if (route === undefined || route === 'undecodable') throw new Error(`no such address: ${url}`);
    const { api, methodId, params } = route;
    try {
      const checked = validateRequest({
        api,
        methodId,
        query: searchParams,
        body: body === undefined ? undefined : JSON.parse(body),
      });
      if (!checked.ok) throw checked.error;
      const headers = new Map<string, string>();
      const { query } = checked;
      const { status, text } = await handleCall(api, {
        service,
        methodId,
        params,
        query,
        body: checked.body,
        caller,
        headers,
      });
      return { status, text: String(text) };
    } catch (error) {
      if (error instanceof GoogleError) return { status: error.status, text: JSON.stringify(error.body) };
      throw error;
    }
  };
}
