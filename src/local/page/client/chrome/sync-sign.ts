import type { Bilingual, Language } from '../../../../domain/language.ts';
import { SYNC_WORDS } from '../../../../domain/messages/page-messages.ts';
import type { SyncState } from '../sync/sync-to.ts';
import { element } from './elements.ts';
import type { Toast } from './toast.ts';

interface SyncSignOptions {
  readonly language: Language;
  readonly toast: Toast;
  readonly canEdit: boolean;
}

const BACK_SECONDS = 5;
/** One look that failed is no news yet. */
const LOST_AFTER = 2;

type State = 'signedOut' | 'lost' | 'busy' | 'saving' | 'saved' | 'readOnly';

function wordsFor(state: State, waiting: number): Bilingual {
  if (state === 'signedOut') return SYNC_WORDS.signIn(waiting);
  return state === 'lost' ? SYNC_WORDS.offline(waiting) : SYNC_WORDS[state];
}

/** In a tab of its own: what waits here stays here. */
function signInLink(language: Language): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = '/sign-in';
  link.target = '_blank';
  link.textContent = SYNC_WORDS.signInAgain[language];
  return link;
}

/** Tells in the head of the page whether what was entered is on the server. */
export class SyncSign {
  readonly #options: SyncSignOptions;
  #failures = 0;
  #said = '';

  constructor(options: SyncSignOptions) {
    this.#options = options;
  }

  show({ link, waiting }: SyncState): void {
    const { language, toast } = this.#options;
    const wasLost = this.#failures >= LOST_AFTER;
    this.#failures = link === 'lost' ? this.#failures + 1 : 0;
    if (link === 'up' && wasLost) toast.show(SYNC_WORDS.back[language], BACK_SECONDS);
    const state = this.#stateOf({ link, waiting });
    const words = wordsFor(state, waiting)[language];
    const sign = element('sync');
    sign.dataset['state'] = state;
    // Said again only when it is news: it is read out.
    if (this.#said === words) return;
    this.#said = words;
    sign.replaceChildren(words, ...(state === 'signedOut' ? [' ', signInLink(language)] : []));
  }

  #stateOf({ link, waiting }: SyncState): State {
    if (link === 'signedOut') return 'signedOut';
    if (link === 'lost' && (waiting > 0 || this.#failures >= LOST_AFTER)) return 'lost';
    if (link === 'busy') return 'busy';
    if (waiting > 0) return 'saving';
    return this.#options.canEdit ? 'saved' : 'readOnly';
  }
}
