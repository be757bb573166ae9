import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Addresses under which the page is reached: names of this machine's own, and no name that somebody else could point at it. */
export interface Origins {
  /** Whether a Host header, such as 127.0.0.1:9202, means this server. */
  readonly isOurs: (host: string | undefined) => boolean;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const EVERYWHERE = ['0.0.0.0', '::'];

/** An address as it stands in a URL. */
export function bracketed(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address;
}

function addressesOfMachine(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((found) =>
    (found ?? []).map(({ address }) => bracketed(address)),
  );
}

/** A server that listens on one address, or on all of the machine's. */
export function originsOf(host: string, port: () => number): Origins {
  const named = EVERYWHERE.includes(host) ? addressesOfMachine() : [bracketed(host)];
  const hosts = new Set([...LOOPBACK, ...named]);
  return {
    isOurs: (given) => {
      const [, name, at] = /^(.+?)(?::(\d+))?$/.exec(given?.toLowerCase() ?? '') ?? [];
      return name !== undefined && hosts.has(name) && Number(at ?? 80) === port();
    },
  };
}

/** Methods that change nothing. */
const SAFE = ['GET', 'HEAD'];

/**
 * Whether a request may be answered: addressed to this server by its own name (no name that was led here by another's DNS), and, where
 * it changes something, sent by a page of this server. Browsers send Origin with every request that is not GET.
 */
export function isFromHere(request: IncomingMessage, origins: Origins): boolean {
  const { host, origin } = request.headers;
  if (!origins.isOurs(host)) return false;
  const site = request.headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (SAFE.includes(request.method ?? 'GET')) return !isForeign || isNavigation(request);
  return origin === `http://${host}` && !isForeign;
}

/** A link on another site may lead here: it shows a page and can read nothing of it. */
function isNavigation(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
}
