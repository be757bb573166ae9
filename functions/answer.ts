import type { ServerResponse } from 'node:http';
import type { Problem } from './problem.ts';

/** What a function answers: a body to send as JSON, and extra headers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refusal({ status, body }: Problem, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body, headers, contentType: 'application/problem+json; charset=utf-8' };
}

export function send(response: ServerResponse, answer: Answer): void {
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.contentType ?? 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(text);
}
