import type { Language } from '../domain/language.ts';
import { builtLine, WORKSPACE_WORDS } from '../domain/messages/workspace-messages.ts';
import type { Arguments } from './arguments.ts';
import { buildPage, PAGE_BUILD, standingBuild } from './page/build/build-page.ts';
import { type PageServer, startPageServer } from './page/server/page-server.ts';
import { pagePort } from './page-port.ts';
import type { Print } from './run-samples.ts';
import { explainStartFailure } from './start-failure.ts';
import type { Workspace } from './workspace.ts';

async function built(language: Language, print: Print) {
  const standing = await standingBuild();
  if (standing !== undefined) return standing;
  print(WORKSPACE_WORDS.building[language]);
  const began = performance.now();
  const { manifest } = await buildPage();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  print(builtLine(language === 'vi' ? seconds.replace('.', ',') : seconds)[language]);
  return manifest;
}

/** The page of a workspace, built when it is missing or older than its sources. */
export async function openPage(
  { port, host, passPhrase, storeDir, language, askedLanguage }: Arguments,
  workspace: Workspace,
  print: Print,
): Promise<PageServer> {
  const manifest = await built(language, print);
  const own = pagePort(port);
  try {
    const page = await startPageServer({
      port: own,
      host,
      ...(passPhrase === undefined ? {} : { passPhrase }),
      workspace,
      storeDir,
      build: { folder: PAGE_BUILD, manifest },
      languages: { asked: askedLanguage, usual: language },
      report: (sentence) => process.stderr.write(`${sentence}\n`),
    });
    workspace.shownAt(page.url);
    return page;
  } catch (error) {
    throw explainStartFailure(error, { port: own, storeDir });
  }
}
