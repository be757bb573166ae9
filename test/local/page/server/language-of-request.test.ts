import { expect, test } from 'vitest';
import { languageOfRequest } from '../../../../src/local/page/server/language-of-request.ts';

const chosen = { cookie: 'par-index-language=vi' };
const english = { 'accept-language': 'fr-FR, en-GB;q=0.9, vi;q=0.5' };

test.each([
  ['chosen on a page before everything else', { ...chosen, ...english }, 'en', 'en', 'vi'],
  ['asked for at the start before what the browser prefers', english, 'vi', 'en', 'vi'],
  ['what the browser prefers of the two before that of the terminal', english, undefined, 'vi', 'en'],
  ['that of the terminal when nobody says', {}, undefined, 'vi', 'vi'],
] as const)('the language of a page: %s', (_, headers, asked, usual, language) => {
  expect(languageOfRequest({ headers }, { asked, usual })).toBe(language);
});
