import type { Band } from '../../domain/classification.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { RULE_WORDS } from '../../domain/messages/rule-messages.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import { boundOf } from './bound.ts';
import { type Entry, splitEntries } from './entries.ts';
import { isWord, newLabel, writeLabel } from './label.ts';
import {
  andThen,
  atLeastOne,
  mapParsed,
  type Parsed,
  type Piece,
  parsed,
  parseEach,
  stopAt,
} from './piece.ts';
import { writeNumber } from './write-number.ts';

/** Classes best first; the last one is for all that remains. */
export type Bands = readonly [Band, ...Band[]];

const ZERO_PERCENT = ratio(0, 1);
const REMAINDER_WORDS: readonly Bilingual[] = [RULE_WORDS.remainder, { vi: 'else', en: 'else' }];

/** Reads `≥ 90: Xuất sắc; ≥ 80: Tốt; còn lại: Yếu`. The text is expected in NFC. */
export function parseClasses(text: string): Parsed<Bands> {
  return andThen(splitEntries(text), (entries) => {
    const bands: Band[] = [];
    const read = parseEach(entries, (entry) =>
      mapParsed(bandOf(entry, bands), (band) => {
        bands.push(band);
      }),
    );
    return andThen(read, () => {
      if (bands.at(-1)?.atLeast.numerator !== 0n) return stopAt(text.length, 'remainder');
      return atLeastOne(bands, text.length, 'bound');
    });
  });
}

function bandOf({ head, value }: Entry, before: readonly Band[]): Parsed<Band> {
  const last = before.at(-1);
  if (last?.atLeast.numerator === 0n) return stopAt(head.at, 'end');
  return andThen(lowerBoundOf(head), (atLeast) => {
    if (last !== undefined && compareRatios(atLeast, last.atLeast) >= 0)
      return stopAt(head.at, 'lower-number');
    if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
    const grades = before.map((band) => band.grade);
    return mapParsed(newLabel(value, grades, 'class-name'), (grade) => ({ grade, atLeast }));
  });
}

/** `≥ 90`, `>= 90%`, `từ 90`, or the words for all that remains; percent either way, and no index is in the thousands. */
function lowerBoundOf(head: Piece): Parsed<Ratio> {
  if (REMAINDER_WORDS.some((word) => isWord(head, word))) return parsed(ZERO_PERCENT);
  if (!/^(?:≥|>=|từ\s|from\s)/iu.test(head.text)) return stopAt(head.at, 'bound');
  return andThen(boundOf(head, 'impossible'), ({ value, percent }) => {
    if (value.numerator < 0n) return stopAt(head.at, 'bound');
    return parsed(percent ? multiplyRatios(value, ratio(100, 1)) : value);
  });
}

/** Classes as staff write them, in a language's words and number format. */
export function writeClasses(bands: Bands, language: Language): string {
  return bands
    .map(({ grade, atLeast }) => {
      const head =
        atLeast.numerator === 0n ? RULE_WORDS.remainder[language] : `≥ ${writeNumber(atLeast, language)}`;
      return `${head}: ${writeLabel(grade)}`;
    })
    .join('; ');
}
