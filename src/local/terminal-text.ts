import stringWidth from 'string-width';

/** Spaces at the start are an indent and stay; between words a line may break. */
function partsOf(text: string): { readonly indent: string; readonly words: readonly string[] } {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return { indent, words: text.trim().split(/ +/) };
}

/** The width of the longest word of a text, with its indent. */
export function wordWidth(text: string): number {
  const { indent, words } = partsOf(text);
  return indent.length + Math.max(...words.map((word) => stringWidth(word)));
}

/** A text in lines of at most a width, broken between words; a longer word has a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const { indent, words } = partsOf(text);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(indent + word);
  }
  return lines;
}

/** Filled up to a width, on the left when it is a figure. */
export function padded(text: string, width: number, isFigure: boolean): string {
  const space = ' '.repeat(Math.max(width - stringWidth(text), 0));
  return isFigure ? space + text : text + space;
}
