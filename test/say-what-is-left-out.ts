import type { TestProject } from 'vitest/node';

/** At the end of a run without a browser it is said plainly that the page was not tried in one. */
export function setup({ vitest }: TestProject): () => void {
  const isRun = vitest.projects.some(({ name }) => name === 'browser');
  return () => {
    if (!isRun)
      process.stdout.write(
        'Not run: the tests in a browser. npm run browser runs them, with the system’s Chromium.\n',
      );
  };
}
