import type { IssueCode, IssueDetail } from '../issue.ts';
import type { Language } from '../language.ts';
import { formatPoints } from '../number-format.ts';
import type { Points } from '../points.ts';

/** An issue by its code: what each message has to tell. */
export type DetailOf = { [Detail in IssueDetail as Detail['code']]: Detail };

/** What is there, and what would be right. */
export interface IssueMessage {
  readonly problem: string;
  readonly remedy: string;
}

/** Both languages of one message side by side, so that a change to one is seen beside the other. */
export type IssueMessages = {
  readonly [Code in IssueCode]: (detail: DetailOf[Code]) => Readonly<Record<Language, IssueMessage>>;
};

export function quotedList(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}

export function pointsIn(language: Language): (points: Points) => string {
  return (points) => formatPoints(points, language);
}
