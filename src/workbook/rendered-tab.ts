import type { Content } from '../domain/content.ts';
import type { Language } from '../domain/language.ts';
import type { TabKey } from './tab-key.ts';
import { type TitledKey, tabTitle } from './tab-title.ts';

/** A tab to be made: what it is for, its title, and all that it holds. */
export interface RenderedTab {
  readonly key: TabKey;
  readonly title: string;
  readonly content: Content;
}

export function renderedTab(key: TitledKey, content: Content, language: Language): RenderedTab {
  return { key, title: tabTitle(key)[language], content };
}
