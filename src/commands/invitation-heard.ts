import { find } from './find';
import type { Intent } from './intent';
import { invitationSaid } from './invited';
import { invitationsNarrowed } from './invitations-narrowed';
import type { InvitationSaid } from './invited';
import { providerSaid } from './provider-said';
import type { Understanding, UnderstandOptions } from './understanding';

/** "We invited Contoso on Monday", "who has not answered?": what is said of invitations, also of those for one provider. */
export function invitationHeard(plain: string, options: UnderstandOptions): Understanding | undefined {
  if (options.known?.has(plain) === true) return undefined;
  const place = providerSaid(plain, options.known);
  const at = place?.isLedTo === true ? invitationSaid(place.rest) : undefined;
  const said = at?.says === 'invited' ? at : invitationSaid(plain);
  if (said === undefined) return undefined;
  const intent = intentOf(said, plain, options, said === at ? place?.place : undefined);
  return { outcome: 'understood', intent, language: said.language, evidence: [`phrase "${plain}"`] };
}

function intentOf(said: InvitationSaid, plain: string, options: UnderstandOptions, at: string | undefined): Intent {
  switch (said.says) {
    case 'list':
      return { name: 'invitations', ...invitationsNarrowed(plain) };
    case 'asked':
      return { name: 'status', companies: namesIn(said.companies, options) };
    // Whoever waits for it waits no longer, and whoever invited it is asked.
    case 'refused':
      return { name: 'unwatch', companies: namesIn(said.companies, options) };
    case 'forget':
      return { name: 'uninvite', companies: namesIn(said.companies, options) };
    case 'invited':
      return {
        name: 'invited',
        companies: namesIn(said.companies, options),
        ...(said.on === undefined ? {} : { on: said.on }),
        ...(at === undefined ? {} : { at }),
      };
  }
}

/** Several names where the text holds several. */
export function namesIn(companies: string, options: UnderstandOptions): readonly string[] {
  const found = find(`status ${companies}`, options);
  return found.outcome === 'understood' && found.intent.name === 'status' ? found.intent.companies : [companies];
}
