import type { FieldViolation } from './google-error.ts';
import type { JsonValue } from './json.ts';

/** Hostile bodies could carry a million wrong names: the answer stays short, the verdict is the same. */
const MAX_VIOLATIONS = 100;

/** Where in the request we are: proto names with list indexes, e.g. `requests[0].update_cells.rows[2]`. */
export type Place = string;

export const inField = (place: Place, protoName: string): Place =>
  place === '' ? protoName : `${place}.${protoName}`;

export const atIndex = (place: Place, index: number): Place => `${place}[${index}]`;

/** Quoted values are short; a hostile one is cut. */
const MAX_QUOTED = 10_000;

function literal(value: JsonValue): string {
  // Never written out: a list or an object can be deeper than the stack.
  if (typeof value === 'object' && value !== null) return 'Starting an object on a scalar field';
  return JSON.stringify(typeof value === 'string' ? value.slice(0, MAX_QUOTED) : value);
}

/** Collects what is wrong with a request, in the words of Google's JSON parser. */
export class ShapeReport {
  readonly #violations: FieldViolation[] = [];

  get violations(): readonly FieldViolation[] {
    return this.#violations;
  }

  get full(): boolean {
    return this.#violations.length >= MAX_VIOLATIONS;
  }

  add(place: Place, description: string): void {
    if (this.full) return;
    this.#violations.push(place === '' ? { description } : { field: place, description });
  }

  unknownName(place: Place, name: string, reason: string): void {
    const where = place === '' ? '' : ` at '${place}'`;
    this.add(place, `Invalid JSON payload received. Unknown name "${name}"${where}: ${reason}`);
  }

  wrongValue(place: Place, type: string, value: JsonValue): void {
    this.wrongValueText(place, type, literal(value));
  }

  wrongValueText(place: Place, type: string, text: string): void {
    const where = place === '' ? '' : ` at '${place}'`;
    this.add(place, `Invalid value${where} (${type}), ${text}`);
  }
}
