import { splitEntries } from './entries.ts';
import { newLabel, writeLabel } from './label.ts';
import { andThen, mapParsed, type Parsed, parseEach, stopAt } from './piece.ts';

/** Reads `Xuất sắc: Excellent; Tốt: Good`: the English name of each class. The text is expected in NFC. */
export function parseClassNames(text: string): Parsed<ReadonlyMap<string, string>> {
  return andThen(splitEntries(text), (entries) => {
    const names = new Map<string, string>();
    const read = parseEach(entries, ({ head, value }) => {
      if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
      return andThen(newLabel(head, [...names.keys()], 'class-name'), (grade) =>
        mapParsed(newLabel(value, [...names.values()], 'class-name'), (english) => {
          names.set(grade, english);
        }),
      );
    });
    return mapParsed(read, () => names);
  });
}

/** English names of classes as staff write them. */
export function writeClassNames(names: ReadonlyMap<string, string>): string {
  return [...names].map(([grade, english]) => `${writeLabel(grade)}: ${writeLabel(english)}`).join('; ');
}
