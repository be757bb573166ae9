import type { Answered } from './exchange.ts';

export function htmlAnswer(body: string, status = 200, headers: Answered['headers'] = {}): Answered {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body,
  };
}
