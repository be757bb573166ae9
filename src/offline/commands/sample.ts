import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workbookTemplate } from '../../../sheets-templates/workbook/template.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { sampleLine } from '../../domain/messages/offline-words.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import { provision } from '../../jobs/provision.ts';
import { countIssues } from '../../workbook/output/issues-tab.ts';
import { readControlFolder } from '../control-folder.ts';
import { kindOf, reading, writing } from '../files/file-reading.ts';
import { FileSpreadsheet } from '../files/file-spreadsheet.ts';
import { replaceFile } from '../files/replace-file.ts';
import { singleFile } from '../files/single-file.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { blankWorkbook } from '../xlsx/blank-workbook.ts';
import { xlsxFormat } from '../xlsx/xlsx-format.ts';
import { pack } from '../xlsx/zip.ts';
import { answer, type Command, type Host } from './command.ts';

const SAMPLES = join(import.meta.dirname, '../../../sheets-templates/samples');

async function sampleNames(): Promise<readonly string[]> {
  const entries = await reading(SAMPLES, () => readdir(SAMPLES, { withFileTypes: true }));
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}

/** The sample as a workbook with looks, as a spreadsheet program shows it. */
async function writeXlsx(name: string, path: string, host: Host): Promise<void> {
  const read = await readControlFolder(join(SAMPLES, name));
  if (!read.ok) {
    const { errors } = countIssues(read.issues);
    throw new OfflineFailure(OFFLINE_FAILURES.entriesHaveErrors(name, errors), EXIT.entriesHaveErrors);
  }
  const { input, beside } = read.value;
  const { language } = input.settings;
  await writing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, pack(blankWorkbook(SINGLE_TAB_TITLES.settings[language])));
  });
  const spreadsheet = new FileSpreadsheet(xlsxFormat(path), singleFile(path, path));
  const dress = { template: workbookTemplate() };
  await provision(spreadsheet, input, language, host.newRunId, { ...beside, dress });
}

/** Makes a sample workbook; without a name it lists the samples. */
export const sampleCommand: Command = async (options, host) => {
  const names = await sampleNames();
  const [name] = options.operands;
  if (name === undefined) {
    answer(options, host, { format: 'par-index-samples/1', samples: names }, () => names);
    return EXIT.fine;
  }
  if (!names.includes(name))
    throw new OfflineFailure(OFFLINE_FAILURES.noSample(name, names.join(', ')), EXIT.usage);
  const target = options.out ?? (options.isXlsx ? `${name}.xlsx` : name);
  if ((await kindOf(target)) !== 'nothing') throw new OfflineFailure(OFFLINE_FAILURES.exists(target));
  if (options.isXlsx) await writeXlsx(name, target, host);
  else await writing(target, () => cp(join(SAMPLES, name), target, { recursive: true }));
  answer(options, host, { format: 'par-index-sample/1', sample: name, path: target }, (language) => [
    sampleLine(name, target)[language],
  ]);
  return EXIT.fine;
};
