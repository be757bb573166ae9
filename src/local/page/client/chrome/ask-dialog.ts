import { element } from './elements.ts';

let shown: Promise<unknown> = Promise.resolve();

/** What the button of an offer gives back; that of its page bears the same. */
const TAKEN = 'offer';

/** Shows a message that waits until it is closed; a second one waits for the first. Focus goes back to where it was. */
export function tell(title: string, text: string): Promise<void> {
  return inTurn(async () => void (await show(title, text)));
}

/** Shows such a message with something that may be done about it, and says whether it is wanted. */
export function offer(title: string, text: string, action: string): Promise<boolean> {
  return inTurn(() => show(title, text, action));
}

function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const next = shown.then(ask);
  shown = next;
  return next;
}

async function show(title: string, text: string, action?: string): Promise<boolean> {
  const dialog = element<HTMLDialogElement>('message');
  const before = document.activeElement as HTMLElement | null;
  element('message-title').textContent = title;
  element('message-text').textContent = text;
  const button = element('message-offer');
  button.hidden = action === undefined;
  button.textContent = action ?? '';
  dialog.returnValue = '';
  dialog.showModal();
  await closed(dialog);
  // Closing is told late: whoever has gone on to another place since is left there.
  if (document.activeElement === document.body) before?.focus({ preventScroll: true });
  return dialog.returnValue === TAKEN;
}

function closed(dialog: HTMLDialogElement): Promise<unknown> {
  return new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
}
