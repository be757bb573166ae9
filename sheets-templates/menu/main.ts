import { parseArgs } from 'node:util';
import { argumentTrouble } from '../../src/domain/argument-trouble.ts';
import type { Bilingual } from '../../src/domain/language.ts';
import { languageOfCommand } from '../../src/domain/language-of-command.ts';
import { badArgument } from '../../src/domain/messages/argument-messages.ts';
import { MENU_BUILD_COMMAND } from '../../src/domain/messages/deploy-messages.ts';
import { buildMenu } from './build.ts';

const args = process.argv.slice(2);
const language = languageOfCommand(args, process.env);

function fail(detail: Bilingual): never {
  process.stderr.write(`${badArgument('npm run menu:build --', detail)[language]}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string', default: '' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(argumentTrouble(error));
  }
}

/** npm run menu:build -- --url https://…/: Code.js and its manifest in dist/menu, ready for clasp. */
const { url, help } = readArguments();
if (!help && !/^https:\/\/[a-z0-9.-]+\/$/.test(url)) fail(MENU_BUILD_COMMAND.needsUrl);
process.stdout.write(`${help ? MENU_BUILD_COMMAND.help[language] : await buildMenu(url, 'dist/menu')}\n`);
