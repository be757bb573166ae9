import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs/deploy')).map((name) => join('docs/deploy', name)),
];

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

/** The options that a command says it takes, in its own help. */
const OPTIONS: Readonly<Record<string, string>> = {
  deploy: textOf('src/domain/messages/deploy-messages.ts'),
  menu: textOf('src/domain/messages/menu-command-messages.ts'),
  'menu:build': textOf('src/domain/messages/deploy-messages.ts'),
};

test('an administrator has a page for each task', () => {
  expect(new Set(PAGES)).toEqual(
    new Set([
      'README.md',
      ...['costs', 'first-deploy', 'menu', 'new-year', 'people', 'rotate-and-remove', 'who-sees-what'].map(
        (task) => `docs/deploy/${task}.md`,
      ),
    ]),
  );
});

test.each(PAGES)('%s names only commands, options and pages that there are', (page) => {
  const text = textOf(page);
  const commands = [...text.matchAll(/npm run (?:-s )?([a-z:-]+)([^`\n]*)/g)];
  const missing = commands.flatMap(([, name = '', more = '']) => {
    if (scripts[name] === undefined) return [`npm run ${name}`];
    const help = OPTIONS[name];
    const options = [...more.matchAll(/ --([a-z][a-z-]+)/g)].map(([, option = '']) => option);
    return help === undefined
      ? []
      : options.filter((option) => !new RegExp(`--${option}\\b|'?${option}'?: \\{ type`).test(help));
  });
  const links = [...text.matchAll(/\]\(([^)#:]+\.md)/g)].map(([, link = '']) => link);
  const dead = links.filter((link) => {
    try {
      textOf(join(page, '..', link));
      return false;
    } catch {
      return true;
    }
  });
  expect({ missing, dead }).toEqual({ missing: [], dead: [] });
});
