import { readFileSync } from 'node:fs';
import type { URL } from 'node:url';

export type Row = ReadonlyMap<string, string>;

/** A table as data: tabs or commas part its cells, the first line that is no remark names the columns. */
export function readTableFile(file: URL): readonly Row[] {
  const text = readFileSync(file, 'utf8');
  const separator = file.pathname.endsWith('.tsv') ? '\t' : ',';
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [header = [], ...rows] = lines.map((line) => cellsOf(line, separator));
  return rows.map((cells) => new Map(header.map((column, place) => [column, cells[place] ?? ''] as const)));
}

function cellsOf(line: string, separator: string): readonly string[] {
  if (separator === '\t') return line.split('\t');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

export function cell(row: Row, column: string): string {
  const found = row.get(column);
  if (found === undefined) throw new Error(`the table has no column ${column}`);
  return found;
}
