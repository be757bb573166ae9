import './workbook.css';
import './frame.ts';
import type { Language } from '../../../domain/language.ts';
import { PAGE_WORDS } from '../../../domain/messages/page-messages.ts';
import { element, setting } from './chrome/elements.ts';
import { openWorkbook } from './open-workbook.ts';

const language: Language = setting('language') === 'en' ? 'en' : 'vi';

try {
  await openWorkbook({ id: setting('workbook'), as: setting('as'), language });
} catch (error) {
  element('loading').textContent = PAGE_WORDS.loadFailed[language];
  throw error;
}
