import { type Api, contractOf } from '../contract/contract-table.ts';

export interface Route {
  readonly api: Api;
  readonly methodId: string;
  readonly params: ReadonlyMap<string, string>;
}

interface Pattern {
  readonly api: Api;
  readonly methodId: string;
  readonly httpMethod: string;
  readonly names: readonly string[];
  readonly expression: RegExp;
  readonly literals: number;
}

/** `v4/spreadsheets/{spreadsheetId}/values/{range}:append`: a value ends at a slash, the verb after the last colon. */
function patternOf(api: Api, methodId: string, httpMethod: string, path: string): Pattern {
  const names = [...path.matchAll(/\{\+?(\w+)\}/g)].map(([, name = '']) => name);
  const source = path
    .split(/\{\+?\w+\}/)
    .map((literal) => literal.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('([^/]+?)');
  return {
    api,
    methodId,
    httpMethod,
    names,
    expression: new RegExp(`^/${source}$`),
    literals: path.replace(/\{\+?\w+\}/g, '').length,
  };
}

/** The pattern with the most literal text is tried first: `…/values/{range}:clear` before `…/values/{range}`. */
const PATTERNS: readonly Pattern[] = (['sheets', 'drive'] as const)
  .flatMap((api) => {
    const { methods, unspoken } = contractOf(api);
    return [...methods.values(), ...unspoken].map(({ id, httpMethod, path }) =>
      patternOf(api, id, httpMethod, path),
    );
  })
  .toSorted((a, b) => b.literals - a.literals);

/** Matched on the raw path; what stands in it is decoded afterwards, so that `%2F` and `%3A` are data. */
export function matchRoute(httpMethod: string, rawPath: string): Route | 'undecodable' | undefined {
  for (const pattern of PATTERNS) {
    if (pattern.httpMethod !== httpMethod) continue;
    const match = pattern.expression.exec(rawPath);
    if (match === null) continue;
    const values = match.slice(1).map(decoded);
    if (values.includes(undefined)) return 'undecodable';
    const params = new Map(pattern.names.map((name, index) => [name, values[index] ?? '']));
    return { api: pattern.api, methodId: pattern.methodId, params };
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
