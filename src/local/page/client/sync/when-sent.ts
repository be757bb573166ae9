import type { SyncState } from './sync-to.ts';

/** Those who wait until everything that was entered is on the server. */
export class WhenSent {
  #waiting: readonly ((isSent: boolean) => void)[] = [];

  wait(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#waiting = [...this.#waiting, resolve];
    });
  }

  /** Tells them once nothing waits any more, or what waits cannot be sent just now. A server that is busy takes it a little later. */
  tell({ link, waiting }: SyncState, isOver: boolean): void {
    const isSent = waiting === 0;
    if (!isSent && !isOver && (link === 'up' || link === 'busy')) return;
    const told = this.#waiting;
    this.#waiting = [];
    for (const resolve of told) resolve(isSent);
  }
}
