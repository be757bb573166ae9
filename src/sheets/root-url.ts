export const GOOGLE_ROOT_URL = 'https://sheets.googleapis.com/';

export const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address that every call and every access token goes to. Anything but Google itself or this machine
 * is refused, so that no setting can send a token elsewhere.
 */
export function checkRootUrl(rootUrl: string): URL {
  const url = new URL(rootUrl);
  const isLoopback = url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname);
  if (url.href !== GOOGLE_ROOT_URL && !isLoopback)
    throw new Error(`the address of the Sheets API must be ${GOOGLE_ROOT_URL} or http on loopback`);
  return url;
}
