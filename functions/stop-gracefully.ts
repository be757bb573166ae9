import type { Server } from 'node:http';
import type { Log } from './log.ts';

/** Cloud Run kills a process ten seconds after it asked it to stop. */
const PATIENCE_MS = 9_000;
/** A connection that has had its answer stays open for the next request; while stopping there is none. */
const CLOSE_IDLE_EVERY_MS = 50;

/** On SIGTERM or SIGINT: takes no new request, lets those under way and work put off come to their end, then ends. */
export function stopGracefully(server: Server, log: Log, drained: () => Promise<void>): void {
  const stop = (signal: NodeJS.Signals) => {
    log('INFO', 'stopping', { signal });
    server.close(() => void drained().then(() => process.exit(0)));
    setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS).unref();
    setTimeout(() => {
      log('WARNING', 'stopped with requests under way');
      process.exit(1);
    }, PATIENCE_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
