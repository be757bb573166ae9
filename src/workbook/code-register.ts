import type { RowReader } from './row-reader.ts';

/** The codes of a tab, each of which may stand once. */
export interface CodeRegister<Name extends string> {
  /** The code when it is new; undefined, and reported with the other cell, when it already stands above. */
  take<T extends string>(reader: RowReader<Name>, column: Name, code: T | undefined): T | undefined;
  readonly known: ReadonlySet<string>;
}

export function createCodeRegister<Name extends string>(): CodeRegister<Name> {
  const cells = new Map<string, string>();
  const known = new Set<string>();
  return {
    known,
    take: (reader, column, code) => {
      if (code === undefined) return undefined;
      const otherCell = cells.get(code);
      if (otherCell !== undefined) {
        reader.report(column, { code: 'duplicate-code', given: code, otherCell });
        return undefined;
      }
      cells.set(code, reader.locate(column).cell ?? '');
      known.add(code);
      return code;
    },
  };
}
