import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What Apps Script and the sidebar may call: it sees top-level function declarations only (docs/adr/0045). */
const SCRIPT_FUNCTIONS = [
  'onOpen',
  'onEdit',
  'menuRecompute',
  'menuPreview',
  'menuCheck',
  'menuPublish',
  'menuWithdraw',
  'menuVerify',
  'menuSetup',
  'menuStatus',
  'menuLanguageSwitch',
  'menuHelp',
  'pollStatus',
  'pollIdle',
  'pollProgress',
  'cancelRun',
  'checkRights',
  'draftPublication',
  'confirmPublication',
  'confirmWithdrawal',
  'draftSetup',
  'confirmSetup',
] as const;

/** Bundles the menu into Code.js, for functions at the given address, with its manifest beside it. */
export async function buildMenu(functionsUrl: string, outdir: string): Promise<string> {
  const outfile = join(outdir, 'Code.js');
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    outfile,
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'parIndexMenu',
    target: 'es2020',
    loader: { '.html': 'text', '.css': 'text' },
    define: { PAR_FUNCTIONS_URL: JSON.stringify(functionsUrl) },
    footer: {
      js: SCRIPT_FUNCTIONS.map((name) => `function ${name}(a) { return parIndexMenu.${name}(a); }`).join(
        '\n',
      ),
    },
    logLevel: 'warning',
  });
  await copyFile(join(import.meta.dirname, 'appsscript.json'), join(outdir, 'appsscript.json'));
  return outfile;
}
