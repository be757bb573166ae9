import type { Language } from '../../../../domain/language.ts';
import { SYNC_WORDS } from '../../../../domain/messages/page-messages.ts';
import type { SyncState } from '../sync/sync.ts';
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

/** Tells in the head of the page whether what was entered is on the server. */
export class SyncSign {
  readonly #options: SyncSignOptions;
  #failures = 0;

  constructor(options: SyncSignOptions) {
    this.#options = options;
  }

  show({ connected, waiting }: SyncState): void {
    const { language, toast } = this.#options;
    const wasLost = this.#failures >= LOST_AFTER;
    this.#failures = connected ? 0 : this.#failures + 1;
    if (connected && wasLost) toast.show(SYNC_WORDS.back[language], BACK_SECONDS);
    const state = this.#stateOf({ connected, waiting });
    const words = (state === 'lost' ? SYNC_WORDS.offline(waiting) : SYNC_WORDS[state])[language];
    const sign = element('sync');
    // Said again only when it is news: it is read out.
    if (sign.textContent !== words) sign.textContent = words;
    sign.dataset['state'] = state;
  }

  #stateOf({ connected, waiting }: SyncState): 'lost' | 'saving' | 'saved' | 'readOnly' {
    if (!connected && (waiting > 0 || this.#failures >= LOST_AFTER)) return 'lost';
    if (waiting > 0) return 'saving';
    return this.#options.canEdit ? 'saved' : 'readOnly';
  }
}
