import { callFunction } from './call-function.ts';
import type { DialogState } from './publication-answers.ts';
import { troubled } from './publish.ts';

/** Refusals that stand whatever is filled in; any other trouble is told by what is sent later. */
const STANDS = /^not-a-(writer|publisher)$/;

/** Called by the dialogs as they open: why the person may not do what the dialog is for; null for whoever may. */
export function checkRights(name: 'publish' | 'withdraw' | 'setup'): DialogState | null {
  const called = callFunction('status', { brief: true, may: name });
  return called.ok || !STANDS.test(called.trouble.code ?? '') ? null : troubled(called.trouble);
}
