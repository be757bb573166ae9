import { assertNever } from '../../src/domain/assert-never.ts';
import type { Language } from '../../src/domain/language.ts';
import { scriptNotAllowed } from '../../src/domain/messages/problem-messages.ts';
import { type Answer, refusal } from '../answer.ts';
import { problem, problemOf } from '../problem.ts';
import type { IdentityRefusal } from './authenticate.ts';

/** RFC 9110: a 401 says how to identify oneself. */
const HOW_TO_IDENTIFY = { 'www-authenticate': 'Bearer' };

/** What a caller whose identity is not accepted is told. */
export function identityAnswer(refused: IdentityRefusal, language: Language): Answer {
  switch (refused.kind) {
    case 'no-token':
      return refusal(problem('no-identity', language), HOW_TO_IDENTIFY);
    case 'expired':
      return refusal(problem('identity-expired', language), HOW_TO_IDENTIFY);
    case 'malformed':
    case 'bad-signature':
    case 'too-early':
    case 'wrong-issuer':
      return refusal(problem('identity-invalid', language), HOW_TO_IDENTIFY);
    case 'keys-unavailable':
      return refusal(problem('identity-unavailable', language), { 'retry-after': '60' });
    case 'unverified-email':
      return refusal(problem('email-not-verified', language));
    case 'wrong-domain':
      return refusal(problem('domain-not-allowed', language));
    case 'wrong-audience': {
      const text = scriptNotAllowed(refused.audience);
      return refusal(problemOf({ status: 403, code: 'script-not-allowed', ...text }, language));
    }
    default:
      return assertNever(refused);
  }
}
