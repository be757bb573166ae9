import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, PAGE_BUILD, standingBuild } from '../../src/local/page/build/build-page.ts';
import { type PageServer, startPageServer } from '../../src/local/page/server/page-server.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

/** A workspace with its page, as npm start has it, which a test may stop and start again. */
export class Office {
  readonly #store: string;
  #workspace: Workspace | undefined;
  #server: PageServer | undefined;
  #port = 0;

  private constructor(store: string) {
    this.#store = store;
  }

  static async open(): Promise<Office> {
    const office = new Office(await mkdtemp(join(tmpdir(), 'par-office-')));
    await office.start();
    return office;
  }

  get workspace(): Workspace {
    if (this.#workspace === undefined) throw new Error('the office is closed');
    return this.#workspace;
  }

  /** An address of the page's, which stays the same through restarts. */
  address(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  async start(): Promise<void> {
    const manifest = (await standingBuild()) ?? (await buildPage()).manifest;
    this.#workspace = await startWorkspace({ port: 0, storeDir: this.#store });
    this.#server = await startPageServer({
      port: this.#port,
      host: '127.0.0.1',
      workspace: this.#workspace,
      storeDir: this.#store,
      build: { folder: PAGE_BUILD, manifest },
      languages: { asked: undefined, usual: 'vi' },
      report: (sentence) => process.stderr.write(`${sentence}\n`),
    });
    this.#workspace.shownAt(this.#server.url);
    this.#port = Number(new URL(this.#server.url).port);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    await this.#workspace?.stop();
    this.#server = undefined;
    this.#workspace = undefined;
  }

  /** The sample with nine districts, freshly made; gives back its id. */
  async sample(title: string): Promise<string> {
    const { input, beside } = await readSample(SAMPLE);
    return this.workspace.makeWorkbook({ title, input, beside }, this.workspace.people.editor);
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.#store, { recursive: true, force: true });
  }
}
