import type { Bilingual } from '../../../src/domain/language.ts';
import { notADomainText, PUBLISH_MENU_WORDS } from '../../../src/domain/messages/publish-menu-words.ts';
import { notAnAddressText } from '../../../src/domain/messages/setup-menu-words.ts';
import { isAddress } from './is-address.ts';
import type { PublishForm } from './publication-answers.ts';

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

function domainIn({ domain }: PublishForm): string {
  return domain.trim().replace(/^@/, '');
}

function addressesIn({ addresses }: PublishForm): readonly string[] {
  return addresses.split(/[\s,;]+/).filter((address) => address !== '');
}

function isFilledIn({ audience, domain, addresses, tabs, who, why }: PublishForm): boolean {
  const isNamed =
    audience === 'anyone' || (audience === 'domain' ? domain.trim() !== '' : addresses.trim() !== '');
  return isNamed && tabs?.length !== 0 && who.trim() !== '' && why.trim() !== '';
}

/** What somebody has to mend in the form before a draft can be shown. */
export function problemsOf(form: PublishForm): readonly Bilingual[] {
  if (!isFilledIn(form)) return [PUBLISH_MENU_WORDS.incomplete];
  switch (form.audience) {
    case 'domain':
      return DOMAIN.test(domainIn(form)) ? [] : [notADomainText(domainIn(form))];
    case 'people':
      return addressesIn(form)
        .filter((address) => !isAddress(address))
        .map(notAnAddressText);
    default:
      return [];
  }
}

function audienceOf(form: PublishForm) {
  const { audience: kind } = form;
  if (kind === 'anyone') return { kind };
  return kind === 'domain' ? { kind, domain: domainIn(form) } : { kind, addresses: addressesIn(form) };
}

/** The request for the function, as the form says it. */
export function bodyOf(form: PublishForm) {
  const { copying, provisional, tabs, who, why } = form;
  const chosen = tabs === null ? {} : { tabs };
  return { audience: audienceOf(form), copying, provisional, ...chosen, who, why };
}
