import { unescapeText } from './escaped-text.ts';
import { readPart } from './read-part.ts';

/** The texts that cells refer to by number; of rich text its words, of phonetic guides nothing. */
export function readSharedStrings(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let [isText, isPhonetic] = [false, false];
  readPart(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 'si') texts.push(unescapeText(text));
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
    },
  });
  return texts;
}
