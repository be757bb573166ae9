import type { IncomingMessage } from 'node:http';
import type { Language } from '../../../domain/language.ts';

/** A request as handlers see it: from this page, about this address. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The parts of the path that the route left open. */
  readonly parts: readonly string[];
  /** What the person reads. */
  readonly language: Language;
  /** Aborted when whoever asked has gone. */
  readonly gone: AbortSignal;
  readonly body: () => Promise<Buffer>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Handler = (asked: Asked) => Promise<Answered> | Answered;

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Segments of the path; * stands for one segment. */
  readonly path: string;
  readonly handle: Handler;
}

/** Ends a request with a status and a JSON problem, or a page that says it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function jsonAnswer(body: unknown, status = 200): Answered {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

/** To be looked at elsewhere, with GET. */
export function seeOther(location: string, headers: Readonly<Record<string, string>> = {}): Answered {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers }, body: '' };
}

function segmentsOf(path: string): readonly string[] | undefined {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

interface Found {
  readonly route: Route;
  readonly parts: readonly string[];
}

function partsOf(wanted: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  if (wanted.length !== segments.length) return undefined;
  const fits = wanted.every((part, at) => part === '*' || part === segments[at]);
  return fits ? segments.filter((_, at) => wanted[at] === '*') : undefined;
}

/** The route for a request; the method alone may be what is wrong. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Found | 'no-such-path' | 'no-such-method' {
  const segments = segmentsOf(path);
  if (segments === undefined) return 'no-such-path';
  const fitting = routes.flatMap((route) => {
    const parts = partsOf(route.path.split('/').slice(1), segments);
    return parts === undefined ? [] : [{ route, parts }];
  });
  const found = fitting.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method));
  return found ?? (fitting.length > 0 ? 'no-such-method' : 'no-such-path');
}
