import { createContext, Script } from 'node:vm';
import { Refusal } from '../refusal.ts';

export interface TextSearch {
  readonly find: string;
  readonly replacement: string;
  readonly isRegular: boolean;
  readonly matchCase: boolean;
  readonly matchEntireCell: boolean;
}

interface Found {
  readonly hits: number;
  readonly text: string;
}

/** JavaScript's regular expressions are not linear in time as Google's are: one that takes longer is given up. */
const MOST_MILLISECONDS = 1_000;

const SEARCH = new Script(
  'texts.map((text) => ({ hits: [...text.matchAll(pattern)].length, text: text.replace(pattern, replacement) }))',
);

/** How often each text holds what is looked for, and how it reads with the replacement; texts without it are left out. */
export function foundIn(texts: Iterable<string>, search: TextSearch): ReadonlyMap<string, Found> {
  const all = [...new Set(texts)];
  const context = createContext({
    texts: all,
    pattern: patternOf(search),
    replacement: replacementOf(search),
  });
  const found = searched(context);
  return new Map(
    all.flatMap((text, index) => {
      const one = found[index];
      return one === undefined || one.hits === 0 ? [] : [[text, { hits: one.hits, text: one.text }] as const];
    }),
  );
}

function searched(context: object): readonly Found[] {
  try {
    return SEARCH.runInContext(context, { timeout: MOST_MILLISECONDS }) as readonly Found[];
  } catch (error) {
    if (isTimeout(error)) throw new Refusal('The regular expression takes too long.');
    throw error;
  }
}

/** The error comes from the script's own world, where `Error` is another one. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function patternOf({ find, isRegular, matchCase, matchEntireCell }: TextSearch): RegExp {
  const asksForAnyCase = isRegular && find.startsWith('(?i)');
  const asked = asksForAnyCase ? find.slice('(?i)'.length) : find;
  const source = isRegular ? asked : asked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = matchEntireCell ? `^(?:${source})$` : source;
  return compiled(whole, matchCase && !asksForAnyCase ? 'g' : 'gi');
}

function compiled(source: string, flags: string): RegExp {
  for (const mode of ['u', '']) {
    try {
      return new RegExp(source, flags + mode);
    } catch {
      // An escape that is none in the stricter mode may be one in the other.
    }
  }
  throw new Refusal('The find text is no valid regular expression.');
}

/** In Java's rules [D]: `$1` is a group, a backslash takes the next character as it is. */
function replacementOf({ replacement, isRegular }: TextSearch): string {
  if (!isRegular) return replacement.replaceAll('$', '$$$$');
  return replacement.replace(/\\([\s\S])|\$(?!\d)/g, (whole, escaped: string | undefined) => {
    const plain = escaped ?? whole;
    return plain === '$' ? '$$' : plain;
  });
}
