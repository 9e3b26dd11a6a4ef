import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/**
 * invite link | invite NAME | send me the link for NAME
 */
export const inviteLink: Command = {
  name: 'invite_link',
  help: 'help.invite_link',
  summary: 'Gives the invitation link, with a text that is ready to send.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['invite'],
  frames: [
    ...frames(
      [
        'send? invite link? NAME',
        'send link NAME invite?',
        'send link NAME accept',
        'accept NAME send? link',
        'send NAME (invite|link)',
        'NAME (invite|link) link?',
      ],
      { cost: 0.05 },
    ),
    ...frames(
      ['send? invite link?', 'send? link (invite|accept|relationship)?', 'send? link customer? accept', 'invite send'],
      { cost: 0.05 },
    ),
  ],
  examples: {
    en: ['invite link', 'invite {name}', 'send me the invite link for {name}'],
    de: ['Einladungslink', 'Einladung für {name}', 'schick mir den Einladungslink für {name}'],
    fr: ["lien d'invitation", 'invitation pour {name}', "envoie-moi le lien d'invitation pour {name}"],
    es: ['enlace de invitación', 'invitación para {name}', 'envíame el enlace de invitación para {name}'],
    nl: ['uitnodigingslink', 'uitnodiging voor {name}', 'stuur me de uitnodigingslink voor {name}'],
  },
  build,
};

function build(reading: Reading): Intent {
  const companies = reading.companies();
  return companies ? { name: 'invite_link', companies } : { name: 'invite_link' };
}
