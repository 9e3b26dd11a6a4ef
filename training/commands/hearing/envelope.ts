import type { Marked } from './spans';
import type { Dice } from './dice';

const HEADS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Hi team, ',
    'Hello, ',
    'Dear all, ',
    'Hi, ',
    'Good morning, ',
    'Subject: request. Hello, ',
    'RE: open points - ',
    'FW: customer question // Hi, ',
    'Subject: question. ',
    'Hi {person}, ',
    'Ticket {n}: ',
    'INC00{n} ',
    'CS-{n} > ',
    '[Ticket#{n}] ',
    'Ticket {n} | Action: ',
    'FYI - ',
    '{person} here, ',
    'Hi Handshake, ',
    'Dear Handshake, ',
  ],
  de: [
    'Hallo zusammen, ',
    'Guten Morgen, ',
    'Sehr geehrte Damen und Herren, ',
    'AW: Rückfrage - ',
    'WG: Kunde // Hallo, ',
    'Ticket {n}: ',
    'Hallo {person}, ',
    'Betreff: Anfrage. ',
    'Servus, ',
    'Grüezi, ',
  ],
  fr: [
    'Bonjour à tous, ',
    'Bonjour, ',
    'TR: demande - ',
    'Objet : question. ',
    'Ticket {n} : ',
    'Bonjour {person}, ',
    'Salut, ',
  ],
  es: ['Hola a todos, ', 'Buenos días, ', 'RV: consulta - ', 'Asunto: pregunta. ', 'Ticket {n}: ', 'Hola {person}, '],
  nl: [
    'Hallo allemaal, ',
    'Goedemorgen, ',
    'FW: vraag - ',
    'Onderwerp: vraag. ',
    'Ticket {n}: ',
    'Hoi {person}, ',
    'Beste, ',
  ],
};
const FEET: Readonly<Record<string, readonly string[]>> = {
  en: [
    ' Regards, {person}',
    ' Kind regards, {person} {last}, {team}',
    ' BR {person}',
    ' Thanks, {person}',
    ' Best, {person}',
    ' Thanks! {person} {last} | {team}',
    ' Cheers {person}',
    ' //{person}',
    ' Sent from my iPhone',
    ' Best regards, {person} {last}',
    ' Regards, {team}',
    ' Many thanks, {team}',
    ' Owner: {person}',
    ' - {person}',
    ' {person}',
    ' Faithfully, {last}',
    ' {person} {last}',
    ' \n{person}',
  ],
  de: [
    ' Gruß {person}',
    ' Viele Grüße, {person}',
    ' Mit freundlichen Grüßen, {person} {last}',
    ' MfG {last}',
    ' Danke, {person}',
    ' LG {person}',
  ],
  fr: [
    ' Cordialement, {person} {last}',
    ' Merci, {person}',
    ' Bonne journée, {person}',
    ' Bien à vous, {person} {last}',
  ],
  es: [' Saludos, {person}', ' Un saludo, {person} {last}', ' Gracias, {person}', ' Atentamente, {person} {last}'],
  nl: [' Groet, {person}', ' Met vriendelijke groet, {person} {last}', ' Dank, {person}', ' Mvg {person}'],
};
const PEOPLE =
  'Fiona Kim Ola Henrik Tobias Noa Ute Bartek Lena Deepa Amir Omar Ian Priya Sven Marta Jens Claire Luis Pieter Anke Tom Sarah Derek Annika Luc Rosa Ahmed Yuki Janine Paul Maria'.split(
    ' ',
  );
const LASTS =
  'Mace Lindqvist Simmons Frobisher Holm Kowalski Müller Jansen Dupont García Patel Okafor Weber Rossi Novak Smith T. B. P.'.split(
    ' ',
  );
const TEAMS =
  'Order Desk;Billing Ops;Audit;Reception;Quality;Change Desk;Senior Support Engineer;Service Desk;Operations;Sales Support;Procurement'.split(
    ';',
  );

/** The utterance as it stands in a mail or a ticket: nobody who greets or signs there is a company. */
export function enveloped(one: Marked, dice: Dice): Marked {
  const fill = (text: string) =>
    text
      .replace('{person}', dice.pick(PEOPLE))
      .replace('{last}', dice.pick(LASTS))
      .replace('{team}', dice.pick(TEAMS))
      .replace('{n}', String(1000 + dice.below(89000)));
  const head = dice.next() < 0.75 ? fill(dice.pick(HEADS[one.lang] ?? HEADS['en'] ?? [])) : '';
  const foot = dice.next() < 0.7 ? fill(dice.pick(FEET[one.lang] ?? FEET['en'] ?? [])) : '';
  const dot = foot === '' || /[.!?]$/.test(one.text) ? '' : '.';
  const by = head.length;
  return {
    ...one,
    text: `${head}${one.text}${dot}${foot}`,
    spans: one.spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
  };
}
