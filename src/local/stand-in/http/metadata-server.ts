import type { Account } from '../identity/accounts.ts';
import type { Issuer } from '../identity/issuer.ts';

export interface MetadataAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface MetadataQuestion {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly flavor: string | undefined;
}

const PREFIX = '/computeMetadata/v1';
const TOKEN_LIFETIME_SECONDS = 3599;

/**
 * The part of Compute Engine's metadata server that default credentials ask (docs/adr/0012): with GCE_METADATA_HOST
 * set to this server, production authentication code runs unchanged and becomes the seeded service account.
 */
export function metadataAnswer(
  asked: MetadataQuestion,
  robot: Account | undefined,
  issuer: Issuer,
): MetadataAnswer | undefined {
  const { path, flavor } = asked;
  if (!path.startsWith(PREFIX) && path !== '/') return undefined;
  if (path === '/') return plain('computeMetadata/\n');
  // The real server refuses whoever does not say so: a guard against forged browser requests.
  if (flavor !== 'Google')
    return { status: 403, type: 'text/html', text: 'Missing Metadata-Flavor:Google header.' };
  const account = robot;
  const rest = path.slice(PREFIX.length).replace(/\/$/, '');
  if (rest === '/instance' || rest === '') return plain('id\nservice-accounts/\n');
  if (rest === '/project/project-id') return plain('stand-in');
  if (rest === '/project/numeric-project-id') return plain('1');
  if (rest === '/universe/universe-domain' || rest === '/universe/universe_domain')
    return plain('googleapis.com');
  return account === undefined ? notThere() : accountAnswer({ rest, query: asked.query }, account, issuer);
}

interface AccountQuestion {
  readonly rest: string;
  readonly query: URLSearchParams;
}

function accountAnswer({ rest, query }: AccountQuestion, account: Account, issuer: Issuer): MetadataAnswer {
  const part = rest.replace(/^\/instance\/service-accounts\/[^/]+/, '');
  if (rest === '/instance/service-accounts') return plain('default/\n');
  if (part === rest) return notThere();
  if (part === '/email') return plain(account.email);
  if (part === '/scopes') return plain('https://www.googleapis.com/auth/cloud-platform\n');
  if (part === '/token') {
    const token = { access_token: account.token, expires_in: TOKEN_LIFETIME_SECONDS, token_type: 'Bearer' };
    return { status: 200, type: 'application/json', text: JSON.stringify(token) };
  }
  if (part === '/identity') {
    const audience = query.get('audience');
    return audience
      ? plain(issuer.sign({ email: account.email, aud: audience }))
      : { ...notThere(), status: 400 };
  }
  return part === '' ? plain('email\nidentity\nscopes\ntoken\n') : notThere();
}

function plain(text: string): MetadataAnswer {
  return { status: 200, type: 'application/text', text };
}

function notThere(): MetadataAnswer {
  return { status: 404, type: 'text/html', text: 'Not Found' };
}
