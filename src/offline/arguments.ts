import { parseArgs } from 'node:util';
import { argumentTrouble } from '../domain/argument-trouble.ts';
import { type Bilingual, type Language, LanguageSchema } from '../domain/language.ts';
import { ARGUMENT_MESSAGES, badArgument } from '../domain/messages/argument-messages.ts';
import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import { EXIT, OfflineFailure } from './offline-failure.ts';

export const COMMANDS = [
  'recompute',
  'check',
  'explain',
  'compare',
  'verify',
  'sample',
  'criteria',
  'new',
] as const;
export type CommandName = (typeof COMMANDS)[number];

const OWN_OPTIONS: Readonly<Record<CommandName, readonly string[]>> = {
  recompute: ['out', 'by'],
  check: [],
  explain: ['unit'],
  compare: [],
  verify: [],
  sample: ['out', 'xlsx'],
  criteria: ['against', 'set', 'set-version'],
  new: ['period', 'province', 'from', 'criteria'],
};

/** How many names of files, units or samples a command takes. */
const OPERANDS: Readonly<Record<CommandName, readonly [least: number, most: number]>> = {
  recompute: [1, 1],
  check: [1, 1],
  explain: [1, 1],
  compare: [2, 2],
  verify: [2, 2],
  sample: [0, 1],
  criteria: [2, 2],
  new: [1, 1],
};

export interface Arguments {
  readonly command: CommandName | undefined;
  readonly operands: readonly string[];
  readonly language: Language;
  readonly isHelp: boolean;
  readonly isJson: boolean;
  readonly isXlsx: boolean;
  readonly out: string | undefined;
  readonly unit: string | undefined;
  readonly by: string;
  /** Last year's criteria, against which a set is checked. */
  readonly against: string | undefined;
  readonly set: string | undefined;
  readonly setVersion: string | undefined;
  readonly period: string;
  readonly province: string | undefined;
  /** Last year's control workbook. */
  readonly from: string | undefined;
  /** Files of criteria sets, each perhaps with the set's code before it: so=so.csv. */
  readonly criteria: readonly string[];
}

/** Points to the help of the command, where one was named. */
function refused(detail: Bilingual, command?: CommandName): OfflineFailure {
  const typed = command === undefined ? 'par-index' : `par-index ${command}`;
  return new OfflineFailure(badArgument(typed, detail), EXIT.usage);
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        xlsx: { type: 'boolean' },
        language: { type: 'string' },
        out: { type: 'string' },
        unit: { type: 'string' },
        by: { type: 'string' },
        against: { type: 'string' },
        set: { type: 'string' },
        'set-version': { type: 'string' },
        period: { type: 'string' },
        province: { type: 'string' },
        from: { type: 'string' },
        criteria: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw refused(argumentTrouble(error));
  }
}

function commandNamed(name: string | undefined): CommandName | undefined {
  const command = COMMANDS.find((each) => each === name);
  if (name !== undefined && command === undefined) throw refused(ARGUMENT_MESSAGES.noCommand(name));
  return command;
}

type Values = ReturnType<typeof parseOptions>['values'];

/** Options that every command takes. */
const COMMON_OPTIONS = new Set(['help', 'json', 'language']);

function assertFits(command: CommandName, operands: readonly string[], values: Values): void {
  const foreign = Object.keys(values).find(
    (option) => !COMMON_OPTIONS.has(option) && !OWN_OPTIONS[command].includes(option),
  );
  if (foreign !== undefined) throw refused(ARGUMENT_MESSAGES.foreign(command, `--${foreign}`), command);
  const [least, most] = OPERANDS[command];
  if (operands.length < least) throw new OfflineFailure(OFFLINE_FAILURES.missingOperand(command), EXIT.usage);
  if (operands.length > most)
    throw refused(ARGUMENT_MESSAGES.notAnOption(operands.slice(most).join(' ')), command);
  if (command === 'explain' && values.unit === undefined)
    throw refused(ARGUMENT_MESSAGES.missing('--unit'), command);
  if (command === 'criteria' && operands[0] !== 'check')
    throw refused(ARGUMENT_MESSAGES.noCommand(`criteria ${operands[0]}`), command);
  if (command === 'new' && !values.period?.trim())
    throw refused(ARGUMENT_MESSAGES.missing('--period'), command);
}

export function parseArguments(argv: readonly string[], terminalLanguage: Language): Arguments {
  const { values, positionals } = parseOptions(argv);
  const [name, ...operands] = positionals;
  const command = commandNamed(name);
  const language = LanguageSchema.safeParse(values.language?.toLowerCase() ?? terminalLanguage);
  if (!language.success) throw refused(ARGUMENT_MESSAGES.language(String(values.language)));
  const { help: isHelp, json: isJson, xlsx: isXlsx = false, out, unit, by = 'par-index' } = values;
  if (command !== undefined && !isHelp) assertFits(command, operands, values);
  if (out === '') throw refused(ARGUMENT_MESSAGES.noValue('--out'));
  const { against, set, 'set-version': setVersion, period = '', province, from, criteria = [] } = values;
  return {
    ...{ command, operands, language: language.data, isHelp, isJson, isXlsx, out, unit, by },
    ...{ against, set, setVersion, period: period.trim(), province, from, criteria },
  };
}
