import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../contract/json.ts';
import type { Payload } from '../http/send-answer.ts';
import type { Account } from '../identity/accounts.ts';
import type { UploadRoute } from './upload-route.ts';

/** What a client said when it began an upload of several requests. */
export interface BegunUpload {
  readonly route: UploadRoute;
  readonly caller: Account;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly headers: ReadonlyMap<string, string>;
  readonly metadata: JsonObject;
  readonly type: string;
  /** In bytes; undefined as long as nobody said it. */
  readonly total: number | undefined;
}

export interface UploadSession extends BegunUpload {
  readonly id: string;
  readonly chunks: readonly Buffer[];
  readonly received: number;
  /** The answer once everything is there: who did not hear it asks again. */
  readonly outcome?: Promise<Payload>;
}

export interface UploadSessions {
  begin(upload: BegunUpload): UploadSession;
  find(id: string): UploadSession | undefined;
  /** The session with what has come since; it counts as the one that was used last. */
  put(session: UploadSession): void;
  drop(id: string): void;
}

const MOST_SESSIONS = 100;
/** Of all uploads that are not at their end: they wait in memory. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Beyond the limits those go that nobody has used for longest; their clients begin anew, as after a week with Google. */
export function uploadSessions(): UploadSessions {
  const sessions = new Map<string, UploadSession>();
  const isOver = (): boolean => {
    const bytes = [...sessions.values()].reduce((sum, { received, outcome }) => {
      return sum + (outcome === undefined ? received : 0);
    }, 0);
    return sessions.size > MOST_SESSIONS || bytes > MOST_BYTES;
  };
  const put = (session: UploadSession): void => {
    sessions.delete(session.id);
    sessions.set(session.id, session);
    for (const id of sessions.keys()) {
      if (id === session.id || !isOver()) return;
      sessions.delete(id);
    }
  };
  return {
    begin: (upload) => {
      const session = { ...upload, id: randomBytes(24).toString('base64url'), chunks: [], received: 0 };
      put(session);
      return session;
    },
    find: (id) => sessions.get(id),
    put,
    drop: (id) => {
      sessions.delete(id);
    },
  };
}
