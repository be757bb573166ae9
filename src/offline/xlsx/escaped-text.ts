/** Characters that XML cannot carry, and carriage returns, which every XML reader would change. */
const UNSAFE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
);
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
/** An underscore that would be read as the beginning of an escape: what follows the digits ends one, or is escaped itself. */
const LIKE_ESCAPED = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNSAFE.source}))`, UNSAFE.flags);

function escapeCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Text as an .xlsx keeps it: what XML cannot hold as _x0007_, and text that looks like that marked (ECMA-376 ST_Xstring). */
export function escapeText(text: string): string {
  return text.replace(LIKE_ESCAPED, '_x005F_').replace(UNSAFE, escapeCharacter);
}

export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
