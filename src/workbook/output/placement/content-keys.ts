import type { Content } from '../../../domain/content.ts';

/** The row of a content that names its columns, and what it holds in each; empty where it holds no text. */
export interface ContentKeys {
  readonly keyRow: number;
  readonly keys: readonly string[];
}

function textsOf(content: Content, row: number): readonly string[] {
  return (content.rows[row] ?? []).map(({ value }) => (typeof value === 'string' ? value : ''));
}

/**
 * By what the columns of a content are found again: its header row, else the first of the rows that hold the most
 * different texts, such as the header of its largest block.
 */
export function keysOf(content: Content): ContentKeys {
  const { headerRow } = content;
  if (headerRow !== undefined) return { keyRow: headerRow, keys: textsOf(content, headerRow) };
  let best = { keyRow: 0, keys: textsOf(content, 0), texts: 0 };
  for (const row of content.rows.keys()) {
    const keys = textsOf(content, row);
    const texts = new Set(keys.filter((key) => key !== '')).size;
    if (texts > best.texts) best = { keyRow: row, keys, texts };
  }
  return { keyRow: best.keyRow, keys: best.keys };
}

/**
 * For each column of a new content the column of the old one whose place it takes. Equal keys first; what is left
 * between two of them is taken in order, because a key may be reworded: another language, another full maximum.
 */
export function matchColumns(
  oldKeys: readonly string[],
  newKeys: readonly string[],
): readonly (number | undefined)[] {
  const matched: (number | undefined)[] = newKeys.map(() => undefined);
  let from = 0;
  for (const [column, key] of newKeys.entries()) {
    const found = key === '' ? -1 : oldKeys.indexOf(key, from);
    if (found === -1) continue;
    matched[column] = found;
    from = found + 1;
  }
  let previous = -1;
  for (const [column, found] of matched.entries()) {
    if (found !== undefined) {
      previous = found;
      continue;
    }
    const next = matched.slice(column).find((later) => later !== undefined) ?? oldKeys.length;
    if (previous + 1 >= next) continue;
    previous += 1;
    matched[column] = previous;
  }
  return matched;
}
