import type { FieldViolation } from './google-error.ts';
import type { JsonValue } from './json.ts';

/** Hostile bodies could carry a million wrong names: the answer stays short, the verdict is the same. */
const MAX_VIOLATIONS = 100;

/** Where in the request we are. Written out only for a violation: a body may hold a million cells. */
export interface Place {
  readonly parent: Place | undefined;
  /** A proto name, an index in a list, or a key of a map. */
  readonly part: string | number | { readonly key: string };
}

/** `undefined` is the root of the message. */
export type MaybePlace = Place | undefined;

function partText({ parent, part }: Place): string {
  if (typeof part === 'number') return `[${part}]`;
  if (typeof part === 'object') return `[${JSON.stringify(part.key)}]`;
  return parent === undefined ? part : `.${part}`;
}

/** As Google prints it: proto names with list indexes, e.g. `requests[0].update_cells.rows[2]`. */
function placeText(place: MaybePlace): string {
  const parts: string[] = [];
  for (let at = place; at !== undefined; at = at.parent) parts.push(partText(at));
  return parts.reverse().join('');
}

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

  add(field: string, description: string): void {
    if (this.full) return;
    this.#violations.push(field === '' ? { description } : { field, description });
  }

  unknownName(place: MaybePlace, name: string, reason: string): void {
    const field = placeText(place);
    const where = field === '' ? '' : ` at '${field}'`;
    this.add(field, `Invalid JSON payload received. Unknown name "${name}"${where}: ${reason}`);
  }

  wrongValue(place: MaybePlace, type: string, value: JsonValue): void {
    this.wrongValueText(place, type, literal(value));
  }

  wrongValueText(place: MaybePlace, type: string, text: string): void {
    const field = placeText(place);
    const where = field === '' ? '' : ` at '${field}'`;
    this.add(field, `Invalid value${where} (${type}), ${text}`);
  }
}
