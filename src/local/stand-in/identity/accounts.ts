/** Somebody who can call the API: a person, or a program with an account of its own. */
export interface Account {
  readonly email: string;
  readonly displayName: string;
  readonly kind: 'person' | 'service';
  /** The access token that stands for this account; locally it never expires. */
  readonly token: string;
}

/** Those who are there without any configuration: enough to share, to refuse and to run a function as a service. */
export const SEEDED_ACCOUNTS: readonly Account[] = [
  { email: 'an@stand-in.test', displayName: 'An', kind: 'person', token: 'token-an' },
  { email: 'binh@stand-in.test', displayName: 'Bình', kind: 'person', token: 'token-binh' },
  { email: 'chi@stand-in.test', displayName: 'Chi', kind: 'person', token: 'token-chi' },
  {
    email: 'robot@stand-in.iam.test',
    displayName: 'robot@stand-in.iam.test',
    kind: 'service',
    token: 'token-robot',
  },
];

/** `refuse`: an unknown token gets 401. `own-account`: it stands for an account of its own: an address for itself, any other word for `word@stand-in.test`. */
export type UnknownTokens = 'refuse' | 'own-account';

const NAMES_AN_ACCOUNT = /^[\w.@-]{1,64}$/;
/** Never an account, whatever the setting: for tests of what a client does with 401. */
const NEVER_VALID: ReadonlySet<string> = new Set(['invalid', 'expired', 'revoked']);

export function findCaller(
  accounts: readonly Account[],
  unknown: UnknownTokens,
  authorization: string | undefined,
): Account | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || NEVER_VALID.has(token)) return undefined;
  const known = accounts.find((account) => account.token === token);
  if (known !== undefined || unknown === 'refuse' || !NAMES_AN_ACCOUNT.test(token)) return known;
  const email = token.includes('@') ? token : `${token.toLowerCase()}@stand-in.test`;
  return { email, displayName: token, kind: 'person', token };
}
