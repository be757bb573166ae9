import { parseArgs } from 'node:util';
import { argumentTrouble } from '../../src/domain/argument-trouble.ts';
import { LanguageSchema } from '../../src/domain/language.ts';
import { ARGUMENT_MESSAGES, badArgument } from '../../src/domain/messages/argument-messages.ts';
import { DeployFailure } from './deploy-failure.ts';

const list = { type: 'string' as const, multiple: true as const, default: [] as string[] };

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        project: { type: 'string' },
        region: { type: 'string' },
        'add-audience': list,
        'drop-audience': list,
        'add-publisher': list,
        'drop-publisher': list,
        'add-domain': list,
        'drop-domain': list,
        config: { type: 'string', default: 'par-index.deploy.json' },
        'dry-run': { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new DeployFailure(badArgument('npm run deploy --', argumentTrouble(error)));
  }
}
export type DeployArguments = ReturnType<typeof parseOptions>;

export function parseArguments(argv: readonly string[]): DeployArguments {
  const given = parseOptions(argv);
  const { language } = given;
  if (language !== undefined && !LanguageSchema.safeParse(language.toLowerCase()).success)
    throw new DeployFailure(badArgument('npm run deploy --', ARGUMENT_MESSAGES.language(language)));
  return given;
}
