import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Arguments } from './arguments.ts';
import { PAGE_AFTER } from './ports.ts';
import { explainStartFailure } from './start-failure.ts';

/** The port of the page; 0, any free one, where the others are so too. */
export function pagePort(port: number): number {
  return port === 0 ? 0 : port + PAGE_AFTER;
}

/** Refuses a start whose page would find its port in use, before samples are computed and the page is built. */
export async function checkPagePort({
  port,
  host,
  storeDir,
}: Pick<Arguments, 'port' | 'host' | 'storeDir'>): Promise<void> {
  const own = pagePort(port);
  const server = createServer();
  try {
    server.listen(own, host);
    await once(server, 'listening');
  } catch (error) {
    throw explainStartFailure(error, { port: own, storeDir });
  }
  server.close();
  await once(server, 'close');
}
