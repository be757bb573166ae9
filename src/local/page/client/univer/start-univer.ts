import '@univerjs/preset-sheets-core/lib/index.css';
import {
  type DependencyOverride,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  type Plugin,
  type PluginCtor,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import {
  IClipboardInterfaceService,
  UniverNetworkPlugin,
  UniverSheetsCorePreset,
  UniverSheetsNumfmtPlugin,
  UniverSheetsNumfmtUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import type { Language } from '../../../../domain/language.ts';
import { TextClipboard } from './text-clipboard.ts';

/** What of the package is not wanted: a way to the network, and readers and writers of numbers other than the server's own. */
const LEFT_OUT: readonly unknown[] = [
  UniverNetworkPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsNumfmtUIPlugin,
];

type Registration = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, object];

export const LOCALES = { vi: LocaleType.VI_VN, en: LocaleType.EN_US } as const;

/** The grid's own words, in the language of the page alone. */
async function wordsFor(language: Language) {
  const pack =
    language === 'vi'
      ? await import('@univerjs/preset-sheets-core/locales/vi-VN')
      : await import('@univerjs/preset-sheets-core/locales/en-US');
  return { [LOCALES[language]]: pack.default };
}

function isWanted(registration: Registration): boolean {
  const plugin: unknown = Array.isArray(registration) ? registration[0] : registration;
  return !LEFT_OUT.includes(plugin);
}

/** Parts of ours in the place of the package's own. */
const IN_PLACE: DependencyOverride = [[IClipboardInterfaceService, { useClass: TextClipboard }]];

function register(univer: Univer, registration: Registration): void {
  const [plugin, settings] = Array.isArray(registration)
    ? (registration as readonly [PluginCtor<Plugin>, object])
    : ([registration as PluginCtor<Plugin>, {}] as const);
  const more = (plugin as unknown) === UniverUIPlugin ? { override: IN_PLACE } : {};
  univer.registerPlugin(plugin, { ...settings, ...more });
}

/** Univer with what a grid of cells needs: no toolbar, no menus of its own, no formulas worked out here. */
export async function startUniver(container: HTMLElement, language: Language): Promise<Univer> {
  const univer = new Univer({
    locale: LOCALES[language],
    locales: await wordsFor(language),
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    formulaBar: true,
    contextMenu: false,
    disableAutoFocus: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: false },
    formula: { initialFormulaComputing: 0 },
    sheets: { disableForceStringMark: true, disableForceStringAlert: true },
  });
  for (const registration of (plugins as readonly Registration[]).filter(isWanted))
    register(univer, registration);
  return univer;
}

export function createSheets(univer: Univer, snapshot: IWorkbookData): void {
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
}
