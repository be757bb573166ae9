import type { CallResult } from '../call-result.ts';
import { classifyAnswer } from '../classify-answer.ts';
import { classifyError } from '../classify-error.ts';
import type { SheetsAuth } from '../google-auth.ts';
import { checkRootUrl } from '../root-url.ts';

export interface Answer {
  readonly body: unknown;
  /** The server's own time, in milliseconds since the epoch. */
  readonly serverTime?: number;
}

/** One bare call, neither repeated nor corrected: a check wants to see what Google itself does. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<CallResult<Answer>>;

export interface AskOptions {
  readonly auth: SheetsAuth;
  readonly rootUrl: string;
  readonly now: () => number;
}

export function makeAsk({ auth, rootUrl, now }: AskOptions): Ask {
  const root = checkRootUrl(rootUrl);
  return async (method, path, body) => {
    let sent = false;
    try {
      const headers = new Headers(await auth.getRequestHeaders(root.href));
      headers.set('content-type', 'application/json');
      sent = true;
      const text = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(new URL(path, root), { method, headers, ...text });
      const answer = await response.text();
      if (!response.ok) return { ok: false, problem: classifyAnswer(response.status, answer, undefined) };
      const serverTime = Date.parse(response.headers.get('date') ?? '');
      const time = Number.isNaN(serverTime) ? {} : { serverTime };
      return { ok: true, value: { body: JSON.parse(answer) as unknown, ...time } };
    } catch (error) {
      return { ok: false, problem: classifyError(error, { stoppedBy: undefined, sent, now: now() }) };
    }
  };
}
