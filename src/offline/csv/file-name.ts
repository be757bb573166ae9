/** Characters that some file system refuses in a name, and the one that stands for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused
const REFUSED = /[<>:"/\\|?*%\u0000-\u001f]/g;
const EXTENSION = '.csv';

/** The name of the file for a tab: its stable key, or its title when it is nobody's. */
export function fileNameOf(tab: string): string {
  const escaped = tab.replace(
    REFUSED,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `${escaped}${EXTENSION}`;
}

/** The tab that a file is named for, in NFC as every code is; undefined for another sort of file. */
export function tabOfFile(file: string): string | undefined {
  if (!file.toLowerCase().endsWith(EXTENSION) || file.startsWith('.')) return undefined;
  return file
    .slice(0, -EXTENSION.length)
    .replace(/%([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .normalize('NFC');
}
