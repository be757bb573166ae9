/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map(textOf).join('');
}

/** HTML from a template: whatever is put in becomes text, unless it was made by this. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: strings.map((part, at) => part + textOf(pieces[at])).join('') };
}

/** An attribute that is there or not. */
export function flag(name: string, isSet: boolean): Html {
  return { html: isSet ? ` ${name}` : '' };
}
