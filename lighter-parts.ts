/** What these functions never do: it fails loudly, should the client ever try. */
const NEVER = (what: string) => `class Never { constructor() { throw new Error('${what}'); } }`;

/**
 * Kinds of credentials that a service account on Google's own machines never has: those of other clouds, of programs
 * and files, of people, and of accounts that stand for others. By the names of their modules in the auth library.
 */
export const NEVER_CREDENTIALS = [
  'awsclient',
  'awsrequestsigner',
  'baseexternalclient',
  'downscopedclient',
  'executable-response',
  'externalAccountAuthorizedUserClient',
  'externalclient',
  'identitypoolclient',
  'impersonated',
  'jwtaccess',
  'jwtclient',
  'passthrough',
  'pluggable-auth-client',
  'refreshclient',
] as const;

/** What stands for such a module: constants that match nothing, and classes that cannot be made. */
export const NEVER_CREDENTIALS_PART = `${NEVER('no such credentials here')}
module.exports = new Proxy({}, { get: (_, name) => (String(name).endsWith('_TYPE') ? 'never' : Never) });`;

/**
 * Modules that nothing here comes to, by the end of their path: what describes schemas to other programs
 * (docs/openapi.json is made beforehand), what the auth library does in a browser, and the client over HTTP/2.
 */
export const NEVER_MODULES = [
  'zod/v4/core/json-schema-processors.js',
  'zod/v4/core/to-json-schema.js',
  'google-auth-library/build/src/crypto/browser/crypto.js',
  'googleapis-common/build/src/discovery.js',
  'googleapis-common/build/src/http2.js',
] as const;

/** What stands for such a module: everything that it exports, each of which throws when it is called. */
export function neverModule(source: string): string {
  const names = [...source.matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(([, name]) => name);
  const never = "const never = () => { throw new Error('left out of the bundle'); };";
  if (names.length === 0) return `${never} module.exports = new Proxy({}, { get: () => never });`;
  return `${never} export { ${names.map((name) => `never as ${name}`).join(', ')} };`;
}

/** Writes nothing, whatever is asked of it: what the client's own debug logs are without their switch. */
const SILENT =
  'const silent = new Proxy(() => silent, { get: (_, name) => name === "enabled" ? false : silent });';

/**
 * Parts of Google's client that Node brings itself, or that only matter where numbers beyond 2^53 are read from the
 * metadata server, values are printed inside an error, key files or proxies are used, or the client's own debug log
 * is wanted: together a quarter of the bundle (docs/adr/0044).
 */
export const LIGHTER: Readonly<Record<string, string>> = {
  'node-fetch': 'export default globalThis.fetch;',
  'json-bigint': 'module.exports = JSON;',
  'object-inspect': "module.exports = require('node:util').inspect;",
  qs: `exports.stringify = (params) => Object.entries(params)
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((each) => [name, each ?? ''])))
    .map((pair) => pair.map(encodeURIComponent).join('=')).join('&');`,
  debug: `${SILENT} module.exports = silent;`,
  'google-logging-utils': `${SILENT} module.exports = { log: silent };`,
  gtoken: `${NEVER('no key files here')} exports.GoogleToken = Never;`,
  'https-proxy-agent': `${NEVER('no proxies here')} exports.HttpsProxyAgent = Never;`,
};
