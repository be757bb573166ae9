import { type ContactTexts, leaksInText } from '../../workbook/publication/leak-texts.ts';

/** Whether words may stand in a published log for ever: no address, link, telephone number or unit's contact. */
export function arePublic(
  { who, why }: { readonly who: string; readonly why: string },
  contacts: ContactTexts,
): boolean {
  return [who, why].every((text) => leaksInText(text, contacts).length === 0);
}
