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
  const sign = element('loading');
  sign.textContent = PAGE_WORDS.loadFailed[language];
  // Also when it breaks later on: what was entered is kept and sent once the page is loaded anew.
  sign.hidden = false;
  throw error;
}
