import { companiesOf } from './no-names';
import type { Understanding } from './understanding';

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/** "Send the invite for Contoso to jane@contoso.com": whoever gets the text is no second company. */
export function withoutRecipients(heard: Understood): Understood {
  const { intent } = heard;
  if (intent.name !== 'invite_link' && intent.name !== 'invited') return heard;
  const companies = companiesOf(intent).filter((name) => !ADDRESS.test(name));
  if (companies.length === 0 || companies.length === companiesOf(intent).length) return heard;
  return { ...heard, intent: { ...intent, companies } };
}
