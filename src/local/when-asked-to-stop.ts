const PARENT_CHECK_MS = 500;

/**
 * Resolves when the process is asked to stop: by Ctrl+C, by a signal, or by the end of npm, which does not pass
 * a signal of its own on to the command that it runs.
 */
export function whenAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (process.env['npm_lifecycle_event'] !== 'start') return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
  });
}
