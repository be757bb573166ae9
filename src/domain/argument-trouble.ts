import type { Bilingual } from './language.ts';
import { ARGUMENT_MESSAGES } from './messages/argument-messages.ts';

/** Node's refusals of a command line are in English only; its codes and the option that it names are enough to say it in both languages. */
export function argumentTrouble(error: unknown): Bilingual {
  if (!(error instanceof Error) || !('code' in error)) return ARGUMENT_MESSAGES.unreadable;
  const [, named = ''] = /'([^'\s]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return ARGUMENT_MESSAGES.unknown(named);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return ARGUMENT_MESSAGES.notAnOption(named);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return ARGUMENT_MESSAGES.noValue(named);
    default:
      return ARGUMENT_MESSAGES.unreadable;
  }
}
