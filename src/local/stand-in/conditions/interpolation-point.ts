import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';
import { localeData } from '../values/locale-data.ts';
import { parseTypedNumber } from '../values/typed-number.ts';

/** A colour of a gradient rule and the value at which it stands, typed in the spreadsheet's locale. */
export type InterpolationPoint = JsonObject & { readonly type?: string; readonly value?: string };

const OWN_VALUE: ReadonlySet<string> = new Set(['NUMBER', 'PERCENT', 'PERCENTILE']);

/**
 * A gradient rule as Google keeps it: both ends have a kind, what needs a value has one that somebody could type in this
 * locale (`1.5` is refused where the comma is decimal), and least and greatest have none. Refusals in the words that others
 * measured.
 */
export function keptGradient(rule: JsonObject, locale: string): JsonObject {
  const { minpoint, midpoint, maxpoint, ...rest } = rule;
  return {
    ...rest,
    minpoint: keptPoint(minpoint, locale),
    ...(midpoint === undefined ? {} : { midpoint: keptPoint(midpoint, locale) }),
    maxpoint: keptPoint(maxpoint, locale),
  };
}

function keptPoint(given: JsonValue | undefined, locale: string): JsonObject {
  const point: InterpolationPoint = isJsonObject(given) ? given : {};
  const { type = 'INTERPOLATION_POINT_TYPE_UNSPECIFIED', value = '' } = point;
  if (type === 'INTERPOLATION_POINT_TYPE_UNSPECIFIED')
    throw new Refusal('No interpolationPointType specified.');
  if (!OWN_VALUE.has(type)) {
    const { value: _unused, ...rest } = point;
    return rest;
  }
  if (value === '') throw new Refusal('InterpolationPoint.value is required.');
  if (!isFormula(value) && typedValue(value, locale) === undefined)
    throw new Refusal(`Invalid InterpolationPoint.value: ${value}`);
  return point;
}

function isFormula(value: string): boolean {
  return value.startsWith('=');
}

export function typedValue(value: string, locale: string): number | undefined {
  return parseTypedNumber(value.trim(), localeData(locale))?.value;
}
