import './home.css';
import './frame.ts';
import type { Bilingual, Language } from '../../../domain/language.ts';
import { element, setting } from './chrome/elements.ts';

interface Answer {
  readonly path?: string;
  readonly reason?: Bilingual;
}

const language: Language = setting('language') === 'en' ? 'en' : 'vi';

/** Sends the chosen file; the workbook that is made of it is opened, unless there is something to read first. */
async function send(form: HTMLFormElement, said: HTMLElement): Promise<void> {
  const [file] = element<HTMLInputElement>('file').files ?? [];
  if (file === undefined) return;
  said.textContent = form.dataset['sending'] ?? '';
  const address = `${form.dataset['action']}&name=${encodeURIComponent(file.name)}`;
  const response = await fetch(address, { method: 'POST', body: file });
  const { path, reason } = (await response.json()) as Answer;
  if (reason === undefined && path !== undefined) {
    window.location.assign(path);
    return;
  }
  said.textContent = reason?.[language] ?? form.dataset['failed'] ?? '';
  if (path === undefined) return;
  const link = document.createElement('a');
  link.href = path;
  link.textContent = file.name;
  said.append(' ', link);
}

const importForm = document.getElementById('import-form');
if (importForm instanceof HTMLFormElement) {
  const said = element('import-said');
  importForm.addEventListener('submit', (event) => {
    event.preventDefault();
    send(importForm, said).catch(() => {
      said.textContent = importForm.dataset['failed'] ?? '';
    });
  });
}
