import { readFileSync } from 'node:fs';
import { URL } from 'node:url';

export type Row = ReadonlyMap<string, string>;

/** A published table kept beside the tests: comma or tab separated, the first line that is no remark names the columns. */
export function readTable(name: string): readonly Row[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const separator = name.endsWith('.tsv') ? '\t' : ',';
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
