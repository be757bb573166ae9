import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMenu } from '../../../sheets-templates/menu/build.ts';
import type { Account } from '../stand-in/identity/accounts.ts';
import type { Workspace } from '../workspace.ts';
import type { Execution, Shown } from './fakes/protocol.ts';
import { type ScriptHost, startScriptHost } from './script-host.ts';

/** The menu of one workbook in the hands of one person. */
export interface MenuSession {
  /** Opens the workbook: what stands in its menu bar. */
  readonly open: () => Promise<Extract<Shown, { kind: 'menu' }>>;
  /** Clicks the entry with this caption and waits until it has ended: everything that was shown meanwhile. */
  readonly click: (caption: string) => Promise<readonly Shown[]>;
  /** Runs a function of the script by its name, as the sidebar and the triggers do. */
  readonly run: (execution: Execution) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface MenuSessionOptions {
  readonly workspace: Workspace;
  readonly spreadsheetId: string;
  readonly person: Account;
  readonly code: string;
  readonly properties?: Map<string, string>;
  readonly show?: (shown: Shown) => void;
}

/** The text of Code.js as it is pushed to Apps Script, for functions at this address. */
export async function bundleMenu(functionsUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'par-index-menu-'));
  try {
    return await readFile(await buildMenu(functionsUrl, folder), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function startMenuSession(options: MenuSessionOptions): MenuSession {
  const { workspace, spreadsheetId, person, code } = options;
  const shown: Shown[] = [];
  const host: ScriptHost = startScriptHost({
    code,
    spreadsheetId,
    sheetsUrl: workspace.sheetsUrl,
    accessToken: person.token,
    identityToken: () => workspace.identityToken(person.email),
    properties: options.properties ?? new Map(),
    show: (what) => {
      shown.push(what);
      options.show?.(what);
    },
  });
  let menu: Extract<Shown, { kind: 'menu' }> | undefined;

  async function open() {
    await host.run({ functionName: 'onOpen' });
    menu = shown.findLast((what) => what.kind === 'menu');
    if (menu === undefined) throw new Error('the script showed no menu');
    return menu;
  }

  return {
    open,
    click: async (caption) => {
      const { items } = menu ?? (await open());
      const item = items.find((each) => each.caption === caption);
      if (item === undefined) throw new Error(`the menu has no entry ${caption}`);
      const before = shown.length;
      await host.run({ functionName: item.functionName });
      return shown.slice(before);
    },
    run: host.run,
    stop: host.stop,
  };
}
