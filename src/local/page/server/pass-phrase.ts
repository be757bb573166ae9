import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Whoever knows the pass phrase gets a cookie that this start of the server alone accepts. */
export interface PassPhrase {
  readonly isRight: (phrase: string) => boolean;
  readonly cookie: string;
  readonly isShown: (cookies: string | undefined) => boolean;
}

const COOKIE = 'par-index-pass';

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function cookieIn(cookies: string | undefined, name: string): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function passPhrase(phrase: string): PassPhrase {
  const key = randomBytes(32);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const right = digest(phrase);
  const pass = digest(`pass ${phrase}`);
  return {
    isRight: (given) => same(digest(given), right),
    cookie: `${COOKIE}=${pass}; HttpOnly; SameSite=Strict; Path=/`,
    isShown: (cookies) => same(cookieIn(cookies, COOKIE) ?? '', pass),
  };
}
