import { randomBytes } from 'node:crypto';
import type { Account } from './stand-in/identity/accounts.ts';

/** Those who are there in the local workspace: three people of the index office, one of the public, and the functions' own account. */
export interface People {
  readonly editor: Account;
  /** An editor who is also named as a publisher. */
  readonly publisher: Account;
  /** May look at the workbooks and change nothing. */
  readonly reader: Account;
  /** One of the public: nothing is shared with them. */
  readonly outsider: Account;
  readonly service: Account;
}

/** Tokens are new at each start, so that nothing on the machine can use a guessed one. */
function newToken(): string {
  return randomBytes(24).toString('base64url');
}

function person(email: string, displayName: string): Account {
  return { email, displayName, kind: 'person', token: newToken() };
}

export function makePeople(): People {
  return {
    editor: person('editor@par-index.test', 'Chuyên viên Sở Nội vụ'),
    publisher: person('publisher@par-index.test', 'Lãnh đạo Sở Nội vụ'),
    reader: person('reader@par-index.test', 'Người xem'),
    outsider: person('outsider@elsewhere.test', 'Người dân'),
    service: {
      email: 'par-index@local.iam.gserviceaccount.com',
      displayName: 'PAR Index',
      kind: 'service',
      token: newToken(),
    },
  };
}
