import { parseUserEntered } from '../../stand-in/values/user-entered.ts';
import { blend, colorOf, type Palette } from './color.ts';
import { type JsonObject, objectIn, textIn } from './wire-json.ts';

/** A point of a colour scale: a number, and the colour that stands for it. */
export interface Stop {
  readonly at: number;
  readonly color: string;
}

interface Frame {
  readonly palette: Palette;
  readonly locale: string;
}

function numberOf(text: string, locale: string): number | undefined {
  return parseUserEntered(text, { locale, year: 2000 }).value?.numberValue;
}

/** Linear between the two ranks around it, as PERCENTILE does in spreadsheets. */
function percentile(sorted: Float64Array, share: number): number | undefined {
  const place = Math.min(Math.max(share, 0), 1) * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}

function placeOf(point: JsonObject, sorted: Float64Array, locale: string): number | undefined {
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? 0;
  const number = numberOf(textIn(point, 'value') ?? '', locale);
  switch (textIn(point, 'type')) {
    case 'MIN':
      return least;
    case 'MAX':
      return most;
    case 'PERCENT':
      return number === undefined ? undefined : least + ((most - least) * number) / 100;
    case 'PERCENTILE':
      return number === undefined ? undefined : percentile(sorted, number / 100);
    default:
      return number;
  }
}

/** The points of a GradientRule over the numbers of its ranges, from the lowest on. */
export function stopsOf(
  rule: JsonObject,
  numbers: readonly number[],
  { palette, locale }: Frame,
): readonly Stop[] {
  const sorted = Float64Array.from(numbers).sort();
  return ['minpoint', 'midpoint', 'maxpoint'].flatMap((name) => {
    const point = objectIn(rule, name);
    const color = point && colorOf(point, 'color', palette);
    const at = point && placeOf(point, sorted, locale);
    return color === undefined || at === undefined ? [] : [{ at, color }];
  });
}

/** The colour of a number on the scale. */
export function colorAt(stops: readonly Stop[], value: number): string | undefined {
  const above = stops.findIndex(({ at }) => value <= at);
  if (above === -1) return stops.at(-1)?.color;
  const to = stops[above];
  const from = stops[above - 1];
  if (to === undefined || from === undefined) return to?.color;
  const share = to.at === from.at ? 1 : (value - from.at) / (to.at - from.at);
  return blend(from.color, to.color, share);
}
