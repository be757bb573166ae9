import type { Cell } from '../../domain/grid.ts';
import type { LeakKind } from '../../domain/leak.ts';

const EMAIL = /[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]+\.\p{L}{2,}/u;
const LINK =
  /(?:https?|ftp):\/\/|(?<![\p{L}\d])www\.|(?<![\p{L}\d])(?:docs|drive|forms|sites)\.google\.com|(?<![\p{L}\d])(?:goo\.gl|bit\.ly)\//iu;
/** A Vietnamese telephone number, however it is spaced; a longer run of digits or letters is something else. */
const TELEPHONE = /(?<![\p{L}\d])(?:\+84|0)(?:[ .-]?\d){8,10}(?![\p{L}\d])/u;
/** The banners over results that are not, or no longer, those of the workbook. */
const BANNER =
  /^(?:KHÔNG CÒN HIỆN HÀNH|NOT CURRENT|CÓ THAY ĐỔI CHƯA TÍNH LẠI|ENTRIES CHANGED SINCE|par\.staging)/;

/** Texts of the control workbook that must not be published, as they are compared. */
export type ContactTexts = readonly string[];

function foldedText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whatever in a text must not be published: an address, a link, a telephone number, a person's contact, a banner. */
export function leaksInText(text: Cell, contacts: ContactTexts): readonly LeakKind[] {
  if (typeof text !== 'string' || text === '') return [];
  const folded = contacts.length === 0 ? '' : foldedText(text);
  return [
    ...(EMAIL.test(text) ? (['email'] as const) : []),
    ...(LINK.test(text) ? (['link'] as const) : []),
    ...(TELEPHONE.test(text) || contacts.some((contact) => folded.includes(contact))
      ? (['contact'] as const)
      : []),
    ...(BANNER.test(text) ? (['draft'] as const) : []),
  ];
}

export function isContact(text: string): boolean {
  return EMAIL.test(text) || TELEPHONE.test(text);
}

/** A text as contacts are compared. */
export function contactText(text: string): string {
  return foldedText(text);
}
