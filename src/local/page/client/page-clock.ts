function wait(milliseconds: number, wake: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (wake.aborted) {
      resolve();
      return;
    }
    const timer = window.setTimeout(resolve, milliseconds);
    wake.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}

/** The page's time: how long to wait, whether anybody looks, and which year it is. */
export const pageClock = {
  wait,
  isHidden: (): boolean => document.hidden,
  year: (): number => new Date().getFullYear(),
};
