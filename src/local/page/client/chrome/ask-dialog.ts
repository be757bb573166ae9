import { element } from './elements.ts';

let shown: Promise<void> = Promise.resolve();

/** Shows a message that waits until it is closed; a second one waits for the first. Focus goes back to where it was. */
export function tell(title: string, text: string): Promise<void> {
  shown = shown.then(() => show(title, text));
  return shown;
}

async function show(title: string, text: string): Promise<void> {
  const dialog = element<HTMLDialogElement>('message');
  const before = document.activeElement as HTMLElement | null;
  element('message-title').textContent = title;
  element('message-text').textContent = text;
  dialog.showModal();
  await closed(dialog);
  before?.focus({ preventScroll: true });
}

function closed(dialog: HTMLDialogElement): Promise<unknown> {
  return new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
}
