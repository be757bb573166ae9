import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Sentence } from '../messages/sentence.ts';
import { STORE_SENTENCES } from '../messages/store-sentences.ts';

/** Two servers on one directory would each overwrite what the other acknowledged. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** The system's limit on the name of a local socket is 104 to 108 bytes. */
const LONGEST_SOCKET_NAME = 100;

/**
 * Takes the directory for this process and gives back the release. The lock is a local socket: it answers exactly as long
 * as its process lives, where the process id in a file may long belong to another process, above all in a container.
 */
export async function lockStore(directory: string): Promise<() => Promise<void>> {
  const path = socketPath(resolve(directory));
  const server = await claim(path, directory);
  return () => new Promise((settled) => server.close(() => settled()));
}

function socketPath(directory: string): string {
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\stand-in-${hash}`;
  const inside = join(directory, 'lock');
  return Buffer.byteLength(inside) < LONGEST_SOCKET_NAME ? inside : join(tmpdir(), `stand-in-${hash}.lock`);
}

async function claim(path: string, directory: string): Promise<Server> {
  const first = await listen(path);
  if (first !== undefined) return first;
  const holder = await askHolder(path);
  if (holder !== undefined) throw new StoreInUse(STORE_SENTENCES.inUse(directory, holder));
  // Nobody answers: the socket of a killed process.
  await unlink(path);
  const second = await listen(path);
  if (second === undefined) throw new StoreInUse(STORE_SENTENCES.justTaken(directory));
  return second;
}

/** Undefined where the name is taken, by somebody who lives or by what a dead process left. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((settled, failed) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settled(undefined);
      else failed(error);
    });
    server.listen(path, () => {
      server.unref();
      settled(server);
    });
  });
}

function askHolder(path: string): Promise<string | undefined> {
  return new Promise((settled) => {
    let answer = '';
    const socket = connect(path);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => settled(undefined));
    socket.on('close', () => settled(answer === '' ? undefined : answer));
  });
}
