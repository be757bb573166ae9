/** A text cut between words to so many letters, with a sign that more of it stands elsewhere. */
export function shorten(text: string, letters: number): string {
  const characters = Array.from(text);
  if (characters.length <= letters) return text;
  const cut = characters.slice(0, letters - 1).join('');
  const words = cut.replace(/\s+\S*$/u, '');
  return `${words === '' ? cut : words}…`;
}
