import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What others made, and what is made on this machine. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.par-index', 'coverage']);

function filesUnder(folder: string, kind: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path, kind);
    return entry.isFile() && kind.test(path) ? [path] : [];
  });
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Places in standards that anybody can look up. */
const STANDARD = /ECMA-376[^§)]*§[\d.]+/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
/** A page by its path, and the places on it that are named: `docs/method.md R15, §3`, `docs/unverified.md row 22`. */
const PAGE = /([\w./-]+\.md\b)((?:,? (?:§\d+|R\d+|row \d+)\b)*)/g;
const PLACE = /§\d+|R\d+|row \d+/g;
const DECISION = /\b(?:docs\/adr\/|ADR )(\d+)/g;

const DECISIONS = new Set(readdirSync(join(ROOT, 'docs/adr')).map((name) => Number.parseInt(name, 10)));

/** How a page begins the section, rule or row of that name. */
function headOf(place: string): RegExp {
  const number = /\d+/.exec(place)?.[0] ?? '';
  if (place.startsWith('§')) return new RegExp(`^#+ ${number}\\. `, 'm');
  return place.startsWith('R')
    ? new RegExp(`^- \\*\\*${place} `, 'm')
    : new RegExp(`^\\| ${number} \\|`, 'm');
}

function deadDecisions(text: string): readonly string[] {
  return [...text.matchAll(DECISION)].flatMap(([cited, number]) =>
    DECISIONS.has(Number(number)) ? [] : [cited],
  );
}

/** What a comment names as its source that nobody can look up in the repository. */
function deadCitations(source: string): readonly string[] {
  return [...source.matchAll(COMMENT)].flatMap(([comment]) => {
    const pages = [...comment.matchAll(PAGE)].flatMap(([cited, page = '', places = '']) => {
      if (!existsSync(join(ROOT, page))) return [cited];
      const text = textOf(page);
      return [...places.matchAll(PLACE)].flatMap(([place]) => (headOf(place).test(text) ? [] : [cited]));
    });
    const sections =
      comment
        .replaceAll(PAGE, '')
        .replaceAll(STANDARD, '')
        .match(/.{0,30}§.{0,10}/g) ?? [];
    return [...pages, ...sections, ...deadDecisions(comment)];
  });
}

/** Links of a page to files that are not there. */
function deadLinks(file: string): readonly string[] {
  const text = textOf(file);
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g)].flatMap(([, target = '']) =>
    existsSync(join(ROOT, dirname(file), target)) ? [] : [target],
  );
  return [...links, ...deadDecisions(text)];
}

test.each([
  ['a page that is not there', '/** The sum (method-of-old.md §4). */', ['method-of-old.md §4']],
  ['a section that is not there', '/** The sum (docs/method.md §4, §77). */', ['docs/method.md §4, §77']],
  ['a rule that is not there', '// docs/method.md R99', ['docs/method.md R99']],
  ['a row that is not there', '// docs/unverified.md row 9999', ['docs/unverified.md row 9999']],
  ['a decision that is not there', '// docs/adr/9999', ['docs/adr/9999']],
  ['a section of nothing', '// see DESIGN §4', [' see DESIGN §4']],
  ['nothing', '/** (docs/method.md R15, §3; docs/unverified.md row 2; docs/adr/0001) */', []],
])('%s would be noticed', (_, source, dead) => {
  expect(deadCitations(source).map((cited) => cited.replace('//', ''))).toEqual(dead);
});

test('every page, section, rule, row and decision that a comment names is in the repository', () => {
  const files = filesUnder('.', /\.ts$/).filter((file) => file !== 'test/architecture/cited-pages.test.ts');
  expect(files.length).toBeGreaterThan(1_000);
  expect(files.flatMap((file) => deadCitations(textOf(file)).map((cited) => `${file}: ${cited}`))).toEqual(
    [],
  );
});

test('every link and decision that a page names is in the repository', () => {
  const files = filesUnder('.', /\.md$/);
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => deadLinks(file).map((target) => `${file}: ${target}`))).toEqual([]);
});
