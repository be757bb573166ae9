/** Masks are short; a hostile one must not multiply into millions of paths. */
const MAX_LENGTH = 20_000;
const MAX_PATHS = 2_000;

export type MaskPath = readonly string[];

interface Cursor {
  readonly text: string;
  at: number;
}

const NAME_END = /[,()./]/;

function readName(cursor: Cursor): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !NAME_END.test(cursor.text.charAt(cursor.at))) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

const peek = (cursor: Cursor): string => cursor.text.charAt(cursor.at);

/** Every path of `heads` continued by every path of `tails`. */
function join(heads: readonly MaskPath[], tails: readonly MaskPath[]): readonly MaskPath[] | undefined {
  if (heads.length * tails.length > MAX_PATHS) return undefined;
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}

function readGroup(cursor: Cursor): readonly MaskPath[] | undefined {
  cursor.at += 1;
  const inner = readPaths(cursor);
  if (inner === undefined || peek(cursor) !== ')') return undefined;
  cursor.at += 1;
  return inner;
}

/** One path, e.g. `a.b(c,d/e).f`: a name, then any number of `.name`, `/name` and one group in parentheses. */
function readPath(cursor: Cursor): readonly MaskPath[] | undefined {
  let paths: readonly MaskPath[] | undefined = [[readName(cursor)]];
  while (paths !== undefined) {
    const mark = peek(cursor);
    if (mark === '.' || mark === '/') {
      cursor.at += 1;
      paths = join(paths, [[readName(cursor)]]);
    } else if (mark === '(') {
      const group = readGroup(cursor);
      paths = group === undefined ? undefined : join(paths, group);
    } else return paths;
  }
  return undefined;
}

function readPaths(cursor: Cursor): readonly MaskPath[] | undefined {
  const paths: MaskPath[] = [];
  for (;;) {
    const next = readPath(cursor);
    if (next === undefined || paths.length + next.length > MAX_PATHS) return undefined;
    paths.push(...next);
    if (peek(cursor) !== ',') return paths;
    cursor.at += 1;
  }
}

/** `a(b,c/d),e.*` as a list of paths; undefined where the parentheses do not match or the mask is beyond all measure. */
export function parseMaskPaths(mask: string): readonly MaskPath[] | undefined {
  if (mask.length > MAX_LENGTH) return undefined;
  const cursor = { text: mask, at: 0 };
  const paths = readPaths(cursor);
  return cursor.at === mask.length ? paths : undefined;
}
