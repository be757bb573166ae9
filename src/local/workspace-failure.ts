import type { Bilingual } from '../domain/language.ts';

/** The workspace cannot do its work for a reason that a person can mend: ends in one sentence. */
export class WorkspaceFailure extends Error {
  override readonly name = 'WorkspaceFailure';
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.sentence = sentence;
  }
}
