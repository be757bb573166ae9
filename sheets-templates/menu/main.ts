import { parseArgs } from 'node:util';
import { buildMenu } from './build.ts';

/** npm run menu:build -- --url https://…/: Code.js and its manifest in dist/menu, ready for clasp. */
const { values } = parseArgs({ options: { url: { type: 'string', default: '' } } });

if (/^https:\/\/[a-z0-9.-]+\/$/.test(values.url)) {
  process.stdout.write(`${await buildMenu(values.url, 'dist/menu')}\n`);
} else {
  process.stderr.write('Give the address of the functions: npm run menu:build -- --url https://…run.app/\n');
  process.exitCode = 1;
}
