export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML cannot carry, and carriage returns, which its readers would change. */
const UNSPEAKABLE =
  /[\p{Cc}\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const KEPT = new Set(['\t', '\n']);
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as a spreadsheet's XML has it: what cannot stand in XML as `_x0007_`, and what looks like that marked (ECMA-376, ST_Xstring). */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNSPEAKABLE, (sign) => (KEPT.has(sign) ? sign : codeOf(sign)))
    .replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign);
}

function codeOf(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** One element; attributes without a value are left out, what stands in it is XML already. */
export function xml(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const head = openTag(name, attributes);
  const inside = children.join('');
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`;
}

/** An element that is opened here and closed by whoever asked. */
export function xmlOpen(name: string, attributes: Attributes = {}): string {
  return `${openTag(name, attributes)}>`;
}

function openTag(name: string, attributes: Attributes): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const shown = typeof value === 'boolean' ? Number(value) : value;
    // A line end in an attribute would be read as a blank.
    text += ` ${key}="${xmlText(String(shown)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
  }
  return text;
}
