import { randomBytes } from 'node:crypto';
import type { Account } from './stand-in/identity/accounts.ts';

/** Those who are there in the local workspace: a member of the index office, and the functions' own account. */
export interface People {
  readonly editor: Account;
  readonly service: Account;
}

/** Tokens are new at each start, so that nothing on the machine can use a guessed one. */
function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function makePeople(): People {
  return {
    editor: {
      email: 'editor@par-index.test',
      displayName: 'Chuyên viên Sở Nội vụ',
      kind: 'person',
      token: newToken(),
    },
    service: {
      email: 'par-index@local.iam.gserviceaccount.com',
      displayName: 'PAR Index',
      kind: 'service',
      token: newToken(),
    },
  };
}
