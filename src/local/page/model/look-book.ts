import type { JsonObject } from '../../stand-in/contract/json.ts';
import type { Palette } from './color.ts';
import { type Look, lookOf, nameOfLook } from './look.ts';

/** The looks of a workbook, each kept once under its name. */
export class LookBook {
  readonly #looks = new Map<string, Look>();
  /** Looks by the text of their format, and by the format itself: thousands of cells have the same one. */
  readonly #byText = new Map<string, Look>();
  readonly #byFormat = new WeakMap<JsonObject, Look>();
  readonly #laid = new WeakMap<Look, WeakMap<Look, Look>>();
  readonly #names = new WeakMap<Look, string | undefined>();

  read(format: JsonObject, palette: Palette): Look {
    const known = this.#byFormat.get(format);
    if (known !== undefined) return known;
    const text = JSON.stringify(format);
    const look = this.#byText.get(text) ?? lookOf(format, palette);
    this.#byText.set(text, look);
    this.#byFormat.set(format, look);
    return look;
  }

  /** A look with another laid over it. */
  over(below: Look, above: Look | undefined): Look {
    if (above === undefined) return below;
    const byAbove = this.#laid.get(below) ?? new WeakMap<Look, Look>();
    this.#laid.set(below, byAbove);
    const laid = byAbove.get(above) ?? { ...below, ...above };
    byAbove.set(above, laid);
    return laid;
  }

  /** The name of a look; undefined for the plain one. */
  name(look: Look): string | undefined {
    if (this.#names.has(look)) return this.#names.get(look);
    const name = Object.keys(look).length === 0 ? undefined : nameOfLook(look);
    if (name !== undefined) this.#looks.set(name, look);
    this.#names.set(look, name);
    return name;
  }

  all(): Readonly<Record<string, Look>> {
    return Object.fromEntries(this.#looks);
  }
}
