import type { IncomingMessage } from 'node:http';

export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function headersOf(request: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.keys(request.headers).map((name) => [name, header(request, name) ?? '']));
}

/** Google takes a slash too many at the end and before a verb: the npm package google-spreadsheet sends both. */
function tidyPath(path: string): string {
  return path === '/' ? path : path.replace(/\/(?=:)/, '').replace(/\/$/, '');
}

export function addressOf(request: IncomingMessage): {
  readonly path: string;
  readonly query: URLSearchParams;
} {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: tidyPath(url), query: new URLSearchParams() }
    : { path: tidyPath(url.slice(0, mark)), query: new URLSearchParams(url.slice(mark + 1)) };
}
