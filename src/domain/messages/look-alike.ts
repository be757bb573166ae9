import type { Bilingual } from '../language.ts';

/** Letters of other scripts that look like Latin ones, as a keyboard in another language types them. */
const SCRIPTS: readonly { readonly pattern: RegExp; readonly name: Bilingual }[] = [
  { pattern: /\p{Script=Cyrillic}/u, name: { vi: 'Kirin (Cyrillic)', en: 'Cyrillic' } },
  { pattern: /\p{Script=Greek}/u, name: { vi: 'Hy Lạp', en: 'Greek' } },
  { pattern: /[\uff01-\uff5e]/u, name: { vi: 'toàn khổ', en: 'full-width' } },
];

/** Characters without any width, which come along when text is copied from a page. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/u;

/** What to do about a letter in a code that only looks like the one meant; nothing where there is none. */
export function lookAlikeRemedy(given: string): Bilingual {
  if (INVISIBLE.test(given))
    return {
      vi: ' Trong ô có ký tự không nhìn thấy, thường do sao chép: xóa cả ô rồi gõ lại.',
      en: ' It holds a character that cannot be seen, mostly from copying: clear the cell and type it again.',
    };
  for (const { pattern, name } of SCRIPTS) {
    const letter = pattern.exec(given)?.[0];
    if (letter !== undefined)
      return {
        vi: ` Chữ “${letter}” trong mã là chữ ${name.vi} trông giống chữ Latinh: xóa rồi gõ lại.`,
        en: ` The letter “${letter}” in it is ${name.en} and only looks like a Latin one: delete it and type it again.`,
      };
  }
  return { vi: '', en: '' };
}
