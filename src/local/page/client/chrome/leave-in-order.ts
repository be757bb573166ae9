import { element } from './elements.ts';

interface Unsent {
  /** Whether something was entered, or is being typed, that is not on the server yet. */
  readonly isThere: () => boolean;
  /** Whether it is there in the end; the person is told where it is not. */
  readonly sent: () => Promise<boolean>;
}

/** What is opened beside this page leaves nothing behind: another tab for signing in, say. */
function isBeside(link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return link.target !== '' || ctrlKey || metaKey || shiftKey;
}

/**
 * Whatever in the head of the page leads elsewhere (the home page, the tables, a download, another person, another language) waits for what the
 * person entered: there they would not find it, and as another person it could not be sent.
 */
export function leaveInOrder({ isThere, sent }: Unsent): void {
  const head = element('head');
  head.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null || isBeside(link, event) || !isThere()) return;
    event.preventDefault();
    void sent().then((isSent) => {
      if (isSent) link.click();
    });
  });
  head.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!isThere()) return;
    event.preventDefault();
    void sent().then((isSent) => {
      if (isSent) form.requestSubmit(event.submitter);
      else form.reset();
    });
  });
}
