import * as z from 'zod';
import type { Metadata } from '../../domain/spreadsheet.ts';

/**
 * The product's notes in an .xlsx: hidden defined names whose value is text, on a tab or on the workbook.
 * Names move with their tab when it is renamed or moved, in Excel and LibreOffice (docs/adr/0031).
 */
const NOTE_NAME = /^_par\.note\.(\d{1,10})(?:\.(\d{1,3}))?$/i;

/** Longest text inside a formula that Excel accepts, and longest formula, with some room. */
const MAX_LITERAL = 255;
const MAX_FORMULA = 8_000;

const contentSchema = z.tuple([z.string(), z.string()]);

function noteName(id: number, part: number): string {
  return part === 0 ? `_par.note.${id}` : `_par.note.${id}.${part + 1}`;
}

/** The id of the note that a name belongs to; undefined for a name of somebody else's. */
export function noteIdOf(name: string): number | undefined {
  const id = NOTE_NAME.exec(name)?.[1];
  return id === undefined ? undefined : Number(id);
}

function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Text in pieces of at most 255 UTF-16 units, none of which cuts a character in two. */
function pieces(text: string): readonly string[] {
  const all: string[] = [''];
  for (const character of text) {
    const last = all.at(-1) ?? '';
    if (last.length + character.length > MAX_LITERAL) all.push(character);
    else all[all.length - 1] = last + character;
  }
  return all;
}

/** A part of a note as a defined name holds it. */
export interface NotePart {
  readonly name: string;
  readonly formula: string;
}

/** The names that hold a note: one, or several for a note that is longer than a formula may be. */
export function noteParts(id: number, { key, value }: Pick<Metadata, 'key' | 'value'>): readonly NotePart[] {
  const formulas = [''];
  for (const text of pieces(JSON.stringify([key, value])).map(literal)) {
    const last = formulas.at(-1) ?? '';
    if (last.length + text.length >= MAX_FORMULA) formulas.push(text);
    else formulas[formulas.length - 1] = last === '' ? text : `${last}&${text}`;
  }
  return formulas.map((formula, part) => ({ name: noteName(id, part), formula }));
}

const LITERALS = /^"(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/;

/** The text of a formula that is nothing but text. */
function textOf(formula: string): string | undefined {
  const text = formula.trim().replace(/^=/, '');
  if (!LITERALS.test(text)) return undefined;
  return [...text.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]?.replaceAll('""', '"')).join('');
}

function parseContent(text: string): Pick<Metadata, 'key' | 'value'> | undefined {
  try {
    const [key, value] = contentSchema.parse(JSON.parse(text));
    return { key, value };
  } catch {
    return undefined;
  }
}

/** The notes that defined names stand for, in the order of their first parts; names of others and damaged notes are none. */
export function parseNotes(names: readonly NotePart[]): readonly Metadata[] {
  const ids = new Set(names.flatMap(({ name }) => noteIdOf(name) ?? []));
  return [...ids].flatMap((id) => {
    const parts = names
      .filter(({ name }) => noteIdOf(name) === id)
      .toSorted((a, b) => Number(NOTE_NAME.exec(a.name)?.[2] ?? 1) - Number(NOTE_NAME.exec(b.name)?.[2] ?? 1))
      .map(({ formula }) => textOf(formula));
    const content = parts.includes(undefined) ? undefined : parseContent(parts.join(''));
    return content === undefined ? [] : [{ id, ...content }];
  });
}
