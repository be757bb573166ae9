import type { Bilingual } from '../../src/domain/language.ts';

/** Something that the administrator can mend; ends in its sentences. */
export class DeployFailure extends Error {
  override readonly name = 'DeployFailure';
  readonly sentences: readonly Bilingual[];

  constructor(...sentences: readonly Bilingual[]) {
    super(sentences.map(({ en }) => en).join('\n'));
    this.sentences = sentences;
  }
}
