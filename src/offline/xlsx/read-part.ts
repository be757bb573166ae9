import { SaxesParser } from 'saxes';
import { readingPart } from './damaged-part.ts';
import { decodePart } from './xml.ts';

export interface PartHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Goes through a large part once, without a tree of it in memory. A part that is not well-formed throws. */
export function readPart(bytes: Uint8Array, handlers: PartHandlers): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open(withoutPrefix(name), attributes));
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  parser.on('closetag', ({ name }) => handlers.close(withoutPrefix(name)));
  readingPart(() => parser.write(decodePart(bytes)).close());
}
