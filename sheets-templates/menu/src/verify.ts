import { MENU_WORDS, moreLine } from '../../../src/domain/messages/menu-messages.ts';
import { PUBLISH_MENU_WORDS, verifiedText } from '../../../src/domain/messages/publish-menu-words.ts';
import { withdrawnNote } from '../../../src/domain/messages/verify-words.ts';
import { STAYS, shortened, tell, tellTrouble, toast } from './actions.ts';
import { callFunction } from './call-function.ts';
import { say } from './language.ts';
import type { Verified } from './publication-answers.ts';

/** Verify published results: identical, or every difference. */
export function verify(): void {
  toast(say(PUBLISH_MENU_WORDS.verifying), STAYS);
  const called = callFunction<Verified>('verify');
  if (!called.ok) {
    tellTrouble(called.trouble);
    return;
  }
  const { identical, release, withdrawn, cells, differences, more } = called.body;
  const found = say(verifiedText(identical, release.number, cells, differences.length + more));
  const heading = withdrawn ? `${found} ${say(withdrawnNote(release.number))}` : found;
  toast(heading);
  const lines = shortened(differences.map(({ text }) => text));
  const rest = more > 0 ? `\n${say(moreLine(more))}` : '';
  tell(say(MENU_WORDS.verify), identical ? heading : `${heading}\n\n${lines}${rest}`);
}
