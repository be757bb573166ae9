import { columnIndex } from './column-name.ts';

const BARE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `D3`, `tab01` and `R1C1` would be read as cells without quotes (recorded: `'D3'!A1:D4`). */
function looksLikeCell(title: string): boolean {
  const [, letters = ''] = /^([A-Za-z]{1,3})\d+$/.exec(title) ?? [];
  return (letters !== '' && columnIndex(letters) !== undefined) || /^r\d*c\d*$/i.test(title);
}

/** A title as Google puts it in front of a range: quoted only when needed (recorded: `Sheet1!A1`, `'🌵 x'!A1`). */
export function formatTitle(title: string): string {
  return BARE.test(title) && !looksLikeCell(title) ? title : `'${title.replaceAll("'", "''")}'`;
}
