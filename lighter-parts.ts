/** What these functions never do: it fails loudly, should the client ever try. */
const NEVER = (what: string) => `class Never { constructor() { throw new Error('${what}'); } }`;

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
  'google-logging-utils': `const quiet = () => undefined;
    exports.log = () => Object.assign(() => undefined, { debug: quiet, info: quiet, warn: quiet, error: quiet });`,
  gtoken: `${NEVER('no key files here')} exports.GoogleToken = Never;`,
  'https-proxy-agent': `${NEVER('no proxies here')} exports.HttpsProxyAgent = Never;`,
};
