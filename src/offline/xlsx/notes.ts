import * as z from 'zod';
import type { Metadata } from '../../domain/spreadsheet.ts';

/**
 * The product's notes in an .xlsx: hidden defined names whose value is text, on a tab or on the workbook.
 * Names move with their tab when it is renamed or moved, in Excel and LibreOffice (docs/adr/0031).
 */
const NOTE_NAME = /^_par\.note\.(\d{1,10})$/i;

/** Longest text inside a formula that Excel accepts. */
const MAX_LITERAL = 255;

const contentSchema = z.tuple([z.string(), z.string()]);

export function noteName(id: number): string {
  return `_par.note.${id}`;
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

export function noteFormula({ key, value }: Pick<Metadata, 'key' | 'value'>): string {
  return pieces(JSON.stringify([key, value]))
    .map(literal)
    .join('&');
}

const LITERALS = /^"(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/;

/** The note that a defined name stands for; undefined for a name of somebody else's, or a damaged one. */
export function parseNote(name: string, formula: string): Metadata | undefined {
  const id = NOTE_NAME.exec(name)?.[1];
  const text = formula.trim().replace(/^=/, '');
  if (id === undefined || !LITERALS.test(text)) return undefined;
  const joined = [...text.matchAll(/"((?:[^"]|"")*)"/g)]
    .map((match) => match[1]?.replaceAll('""', '"'))
    .join('');
  try {
    const [key, value] = contentSchema.parse(JSON.parse(joined));
    return { id: Number(id), key, value };
  } catch {
    return undefined;
  }
}
