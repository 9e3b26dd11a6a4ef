import type { Language } from '../../src/domain/language';
import { SAMPLES } from './samples';
import type { Message } from '../../src/courier';
import { createSpeech } from '../../src/views/words/speech';

function drawn(card: string, variant: string, language: Language = 'en'): Message {
  const sample = SAMPLES.find((s) => s.card === card && s.variant === variant);
  return sample!.draw(createSpeech(language, { timeZone: 'Europe/Berlin' }));
}

/** The whole text of the main views: what a screen reader reads, and what stands where no card can be drawn. */
function textOf(card: string, variant: string, language?: Language): readonly string[] {
  return drawn(card, variant, language).text.split('\n');
}

/** What a card says of the account that most samples show. */
const WHO = 'contoso-mb.de · Tenant ID 4c2a7a5e-9d3b-4f61-8a57-0d1f6b7c2e90';
const FACTS = [
  'Reseller relationship: Accepted on 12 May 2026 · Partner Center, 2 minutes ago',
  'Customer agreement: Not signed · Partner Center, 2 minutes ago',
  'Admin access (GDAP): Active until 12 Aug 2026 · Microsoft Graph, 1 hour ago',
];
/** The same on a card that stays: when it was, and on whose clock, instead of how long ago. */
const KEPT_FACTS = [
  'Reseller relationship: Accepted on 12 May 2026 · Partner Center, 12 May 2026, 11:28 CEST',
  'Customer agreement: Not signed · Partner Center, 12 May 2026, 11:28 CEST',
  'Admin access (GDAP): Active until 12 Aug 2026 · Microsoft Graph, 12 May 2026, 10:30 CEST',
];
const UNKNOWN = [
  'Reseller relationship: Unknown: Partner Center cannot be reached · 1 minute ago',
  'Customer agreement: Not looked up yet',
  'Admin access (GDAP): Unknown: not set up to be looked up',
];
const TROUBLES = [
  'Partner Center refuses us access (since 12 May 2026, 08:40). Our copy of its customer list is from 3 hours ago.',
  'Work 365 has not been read completely yet.',
];
const MAPPED = [
  'Contoso Maschinenbau is mapped to Contoso Maschinenbau GmbH',
  WHO,
  'Customer: Contoso Maschinenbau GmbH',
  'By: Ana Kovač, 12 May 2026, 11:29 CEST',
  'Evidence: Same domain contoso-mb.de; same name but for GmbH; same country (Germany)',
  'Work 365: Written on 12 May 2026, 11:29 CEST',
  ...KEPT_FACTS,
  'Please check in Work 365:',
  '- Each subscription of this account has a billing contract.',
  '- Failed licence change logs: set them back to “Awaiting Provisioning”, oldest first. Mapping alone does not repair them.',
  'Or type: unmap "Contoso Maschinenbau"',
];

describe('what is said', () => {
  it('asks once before it takes back what somebody else decided, and says that they are told', () => {
    expect(textOf('message', 'sure: a decision of somebody else')).toEqual([
      'Ana Kovač chose Contoso Maschinenbau GmbH for Contoso Maschinenbau. Take that back?',
      'Decided on 12 May 2026, 11:29 CEST.',
      'Ana Kovač gets a message about it.',
      'Nothing is saved until you click.',
      'Or type: show "Contoso Maschinenbau"',
    ]);
  });
  it('asks once before it maps against a customer that fits almost certainly', () => {
    expect(textOf('message', 'sure: another one fits')).toEqual([
      'Contoso Maschinenbau GmbH fits almost certainly. Map Contoso Maschinenbau to Contoso Handels GmbH anyway?',
      'Nothing is saved until you click.',
      'Or type: show "Contoso Maschinenbau"',
    ]);
  });
  it('tells on the open card whose choice was taken back by whom, and who clicked too late', () => {
    expect(textOf('account', 'taken back').slice(0, 2)).toEqual([
      '12 May 2026, 11:29 CEST: Tom Wieland took back the choice of Ana Kovač: Contoso Maschinenbau GmbH. Eve Ng clicked “Not a customer” after that, which changed nothing.',
      'Which customer is Contoso Maschinenbau?',
    ]);
  });
  it('announces an account with what waits, the candidates and their reasons', () => {
    expect(textOf('account', 'open, one fits')).toEqual([
      'Which customer is Contoso Maschinenbau?',
      WHO,
      ...KEPT_FACTS,
      'Work 365: Not there yet; its daily sync brings it within a day',
      'Until a customer is chosen, its subscriptions are not invoiced, and licence changes in Work 365 fail.',
      'One record fits best. Nothing is saved until you click.',
      '1. Contoso Maschinenbau GmbH (Almost certain. AC-10482 · Stuttgart, Germany · www.contoso-mb.de. Same domain contoso-mb.de; same name but for GmbH; same country (Germany))',
      '2. Contoso Handels GmbH (Possible. AC-10977 · Linz, Austria · contoso-handel.at. Similar name (both have “contoso”). But: other country (account: Germany, customer: Austria))',
      '3. Conti Machinery Ltd (Unlikely. AC-20119 · Leeds, United Kingdom. Similar spelling (Contoso and Conti). But: “Maschinenbau” is missing in the customer’s name)',
      'Or type: map "Contoso Maschinenbau" to "Contoso Maschinenbau GmbH"',
    ]);
  });
  it('says that it does not know when no customer fits and a source is down', () => {
    expect(textOf('account', 'open, nothing fits')).toEqual([
      'Which customer is Contoso Maschinenbau?',
      WHO,
      'Partner Center refuses us access (since 12 May 2026, 08:40 CEST). Our copy of its customer list is from 12 May 2026, 08:30 CEST.',
      'Work 365 has not been read completely yet.',
      'Reseller relationship: Unknown: Partner Center cannot be reached · 12 May 2026, 11:29 CEST',
      ...UNKNOWN.slice(1),
      'Work 365: Not there yet; its daily sync brings it within a day',
      'No customer record fits. Search below, or create the customer first.',
      'Or type: map "Contoso Maschinenbau" to …',
    ]);
  });
  it('shows a mapped account with who, when, why and what to check', () => {
    expect(textOf('account', 'mapped')).toEqual(MAPPED);
  });
  it('tells the loser of a race who won and when', () => {
    expect(textOf('account', 'taken by somebody else')).toEqual([
      'Ana Kovač chose Contoso Maschinenbau GmbH before you (12 May 2026, 11:29 CEST). Your click changed nothing.',
      ...MAPPED,
    ]);
  });
  it('says what Work 365 holds against us', () => {
    expect(textOf('account', 'contradicted')).toEqual([
      'Contoso Maschinenbau: Work 365 disagrees',
      WHO,
      'Work 365 points to Contoso Handels GmbH (last changed by Billing sync). Here it is Contoso Maschinenbau GmbH. Which is right?',
      'Customer: Contoso Maschinenbau GmbH',
      'By: Ana Kovač, 12 May 2026, 11:29 CEST',
      'Evidence: Same domain contoso-mb.de; same name but for GmbH; same country (Germany)',
      'Work 365: Points to Contoso Handels GmbH',
      ...KEPT_FACTS,
      'Or type: unmap "Contoso Maschinenbau"',
    ]);
  });
  it('answers with three facts, their sources and ages, and the next step', () => {
    expect(textOf('status', 'accepted, open')).toEqual([
      'Yes. Contoso Maschinenbau accepted on 12 May 2026.',
      'contoso-mb.de',
      ...FACTS,
      'Customer: No customer chosen yet',
      'Next: choose the customer record, so that it can be billed.',
      'Then: ask the customer to sign the Microsoft Customer Agreement; orders fail until then.',
    ]);
  });
  it('never says "not accepted" when it could not look', () => {
    expect(textOf('status', 'could not look')).toEqual([
      'We cannot say now: Contoso Maschinenbau could not be looked up.',
      'contoso-mb.de',
      ...UNKNOWN,
      'Customer: No customer chosen yet',
      ...TROUBLES,
      'Next: ask again later.',
    ]);
  });
  it('explains what it can mean that nobody of that name is listed', () => {
    expect(textOf('not-listed', 'known customer')).toEqual([
      'Not in the customer list: “fabrikam”',
      'We asked Partner Center just now.',
      'We do know the customer record Fabrikam Holding AG.',
      'Likely reasons:',
      '- The invitation has not been accepted yet.',
      '- The person who opened the link is not a Global Administrator there.',
      '- They accepted admin access (GDAP), which is another link.',
      '- The tenant has another name. Ask for its domain or tenant ID.',
      'The link to send again: https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=b7d1c8f2-3e54-4a89-9c10-5f2e7d6a8b43&msppId=0&DAP=false',
      'Did you mean one of these?',
      '- Fabricam SA',
      '- Fabrik Amsterdam BV',
      'Or type: watch "fabrikam"',
    ]);
  });
  it('says that it cannot tell, and that this means nothing', () => {
    expect(textOf('message', 'cannot tell')).toEqual([
      'We could not look up “fabrikam”: Partner Center could not be asked.',
      'We have no complete customer list of our own to look into. That does not mean that they have not accepted.',
      ...TROUBLES,
      'Or type: watch "fabrikam"',
    ]);
  });
  it('says since when its own list is when it could not look', () => {
    expect(textOf('message', 'could not look')).toEqual([
      'We could not look: Partner Center asks us to wait. Our own list, from 3 hours ago, has no “fabrikam”.',
      'That does not mean that they have not accepted: they may have done so since. Ask again later.',
      ...TROUBLES,
      'Or type: watch "fabrikam"',
    ]);
  });
  it('says of a known account that it could not look again', () => {
    const [headline, , reseller] = textOf('status', 'not looked up again');
    expect(headline).toBe(
      'Yes. Contoso Maschinenbau accepted on 12 May 2026. We could not look again: Partner Center cannot be reached. This is from 2 minutes ago.',
    );
    expect(reseller).toBe('Reseller relationship: Accepted on 12 May 2026 · Partner Center, 2 minutes ago');
  });
  it('never says that somebody is not in the list when it could not look', () => {
    const text = textOf('status', 'not listed, not looked up again');
    expect(text.join(' ')).not.toMatch(/not in the customer list|not yet|send the invitation/i);
    expect(text[0]).toBe(
      'We cannot say now: Contoso Maschinenbau could not be looked up. We could not look again: Partner Center cannot be reached. This is from 3 hours ago.',
    );
  });
  it('lists what is pending, oldest first', () => {
    expect(textOf('list', 'first page')).toEqual([
      '21 accounts wait for a customer',
      '1 to 8 of 21, oldest first',
      '1. Tailspin Toys (waiting since 26 Apr 2026 · tailspintoys.com)',
      '2. Fourth Coffee (UK) Ltd (first seen 28 Apr 2026 · fourthcoffee.co.uk)',
      '3. Wide World Importers (there before 30 Apr 2026, when we first looked · wwi.onmicrosoft.com)',
      '4. Adatum Corporation (waiting since 2 May 2026 · adatum.com)',
      '5. Bäckerei Müller & Söhne KG (first seen 4 May 2026 · baeckerei-mueller.de)',
      '6. VanArsdel, Ltd. (there before 6 May 2026, when we first looked · vanarsdel.nl)',
      '7. Proseware (waiting since 8 May 2026 · proseware.onmicrosoft.com)',
      '8. Lucerne Publishing SA (first seen 10 May 2026 · lucerne-publishing.ch)',
      'Watched or invited, not accepted yet:',
      '- fabrikam.com: Ana Kovač has been waiting since 7 May 2026',
      'Or type: show "Tailspin Toys"',
    ]);
  });
  it('tells the story of an account', () => {
    expect(textOf('history', 'one account')).toEqual([
      'The story of Contoso Maschinenbau',
      'We first saw Contoso Maschinenbau on 10 May 2026, 11:30.',
      '4 older decisions are not shown.',
      '- 11 May 2026, 11:30: Tom Wieland chose Contoso Handels GmbH. Evidence: similar name (both have “contoso”). Against it: other country (account: Germany, customer: Austria).',
      '- 12 May 2026, 10:30: Ana Kovač took back the choice of Contoso Handels GmbH.',
      '- 12 May 2026, 11:29: Ana Kovač chose Contoso Maschinenbau GmbH. Evidence: same domain contoso-mb.de; same name but for GmbH; same country (Germany).',
      'Or type: history "Contoso Maschinenbau"',
    ]);
  });
  it('asks before it maps', () => {
    expect(textOf('map-confirm', 'open account')).toEqual([
      'Contoso Maschinenbau GmbH fits almost certainly. Map Contoso Maschinenbau to Contoso Handels GmbH anyway?',
      'Account: Contoso Maschinenbau · contoso-mb.de',
      'Customer: Contoso Handels GmbH · AC-10977 · Linz, Austria · contoso-handel.at',
      'Evidence: Similar name (both have “contoso”). But: other country (account: Germany, customer: Austria)',
      'Nothing is saved until you click.',
    ]);
  });
  it('marks the place that it did not understand', () => {
    expect(textOf('not-understood', 'with a place')).toEqual([
      'I did not understand that',
      'I stumbled over the marked place.',
      'please »flurb« contoso till monday',
      'You could type:',
      '- is "contoso" accepted?',
      '- show "contoso"',
      'Or type: help',
    ]);
  });
  it.each([
    ['account', 'open, one fits', 'Which customer is Contoso Maschinenbau?'],
    [
      'account',
      'mapped, just now',
      'Ana Kovač chose Contoso Maschinenbau GmbH. Saved. It can be undone below. Contoso Maschinenbau is mapped to Contoso Maschinenbau GmbH',
    ],
    [
      'account',
      'taken by somebody else',
      'Ana Kovač chose Contoso Maschinenbau GmbH before you (12 May 2026, 11:29 CEST). Your click changed nothing. Contoso Maschinenbau is mapped to Contoso Maschinenbau GmbH',
    ],
    [
      'status',
      'ended',
      'Not any more. Contoso Maschinenbau had accepted; on 11 May 2026 we saw that the relationship has ended.',
    ],
    ['board', 'some open', '38 accounts wait for their customer'],
    ['message', 'is this the one', 'Is Contoso Maschinenbau the “fabrikam.com” that you wait for?'],
    ['message', 'watch fired', '“fabrikam.com” has accepted'],
  ])('the notification of %s, %s says what it is about', (card, variant, summary) => {
    expect(drawn(card, variant).summary).toBe(summary);
  });
});
