import { Disposable } from '@univerjs/core';
import type { IClipboardInterfaceService } from '@univerjs/preset-sheets-core';

/** The old way, for pages that are not reached by a secure address: a field that is selected and copied. */
function copyThroughField(text: string): void {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'for-readers';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
}

/** Copies texts and nothing else: no styles that the page’s policy would refuse, and none that another program would paste. */
export class TextClipboard extends Disposable implements IClipboardInterfaceService {
  get supportClipboard(): boolean {
    return navigator.clipboard !== undefined;
  }

  write(text: string, _html: string): Promise<void> {
    return this.writeText(text);
  }

  async writeText(text: string): Promise<void> {
    if (!this.supportClipboard) {
      copyThroughField(text);
      return;
    }
    await navigator.clipboard.writeText(text);
  }

  read(): Promise<ClipboardItem[]> {
    return navigator.clipboard.read();
  }

  readText(): Promise<string> {
    return navigator.clipboard.readText();
  }
}
