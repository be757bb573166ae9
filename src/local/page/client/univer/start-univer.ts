import '@univerjs/preset-sheets-core/lib/index.css';
import {
  type IWorkbookData,
  LocaleType,
  LogLevel,
  type Plugin,
  type PluginCtor,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import {
  UniverNetworkPlugin,
  UniverSheetsCorePreset,
  UniverSheetsNumfmtPlugin,
  UniverSheetsNumfmtUIPlugin,
} from '@univerjs/preset-sheets-core';
import type { Language } from '../../../../domain/language.ts';

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
  for (const registration of (plugins as readonly Registration[]).filter(isWanted)) {
    if (Array.isArray(registration)) univer.registerPlugin(registration[0], registration[1]);
    else univer.registerPlugin(registration as PluginCtor<Plugin>);
  }
  return univer;
}

export function createSheets(univer: Univer, snapshot: IWorkbookData): void {
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
}
