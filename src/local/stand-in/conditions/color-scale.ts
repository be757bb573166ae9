import type { JsonObject } from '../contract/json.ts';
import { type InterpolationPoint, typedValue } from './interpolation-point.ts';

interface Point {
  readonly value: number;
  readonly color: JsonObject;
}

/** The colour that a gradient rule gives a number, interpolated between its points; undefined where the rule cannot be told. */
export function colorScale(
  rule: JsonObject,
  numbers: readonly number[],
  locale: string,
): ((value: number) => JsonObject) | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const given = [rule['minpoint'], rule['midpoint'], rule['maxpoint']].filter((one) => one !== undefined);
  const points = given.map((one) => pointOf(one as InterpolationPoint, sorted, locale));
  if (points.length < 2 || points.some((point) => point === undefined)) return undefined;
  const scale = points.filter((point): point is Point => point !== undefined);
  return (value) => colorAt(scale, value);
}

function pointOf(point: InterpolationPoint, sorted: readonly number[], locale: string): Point | undefined {
  const color = ((point['colorStyle'] as JsonObject | undefined)?.['rgbColor'] ?? {}) as JsonObject;
  const value = pointValue(point, sorted, locale);
  return value === undefined || Number.isNaN(value) ? undefined : { value, color };
}

function pointValue(
  { type, value = '' }: InterpolationPoint,
  sorted: readonly number[],
  locale: string,
): number | undefined {
  const least = sorted.at(0);
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return undefined;
  const number = typedValue(value, locale) ?? Number.NaN;
  switch (type) {
    case 'MIN':
      return least;
    case 'MAX':
      return most;
    case 'NUMBER':
      return number;
    case 'PERCENT':
      return least + ((most - least) * number) / 100;
    case 'PERCENTILE':
      return percentile(sorted, number / 100);
    default:
      return undefined;
  }
}

function percentile(sorted: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

function colorAt(scale: readonly Point[], value: number): JsonObject {
  const above = scale.findIndex((point) => value <= point.value);
  const high = scale[above < 0 ? scale.length - 1 : above];
  const low = scale[above - 1];
  if (high === undefined) return {};
  if (low === undefined || above < 0) return high.color;
  const share = high.value === low.value ? 1 : (value - low.value) / (high.value - low.value);
  return mixed(low.color, high.color, share);
}

function mixed(low: JsonObject, high: JsonObject, share: number): JsonObject {
  return Object.fromEntries(
    ['red', 'green', 'blue'].flatMap((channel) => {
      const from = Number(low[channel] ?? 0);
      const level = from + (Number(high[channel] ?? 0) - from) * share;
      return level === 0 ? [] : [[channel, level]];
    }),
  );
}
