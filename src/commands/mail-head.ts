import { NAME_HEAD } from './pasted-list';

/**
 * What a mail or a ticket carries around what it asks: "[INC0012345] RE: FW:" before the subject, and lines like
 * "From: Jane" and "Priority: High". None of it is a company; the line that names the customer is.
 */
const BEFORE_SUBJECT =
  /^\s*(?:\[#?(?:[A-Z]{2,8}[-_ ]?)?\d{3,12}\]\s*|\[(?:ext|external|extern|externe?|spam)\]\s*|(?:re|fw|fwd|aw|wg|tr|rv|antw|doorst)\s*:\s*)+/iu;
const LABELLED = /^\s*#?([\p{L}][\p{L} _-]{0,24}?)\s*:\s+(\S.{0,200})$/u;
const ABOUT_THE_MAIL =
  /^(?:from|to|cc|bcc|sent|date|subject|priority|severity|impact|urgency|status|state|category|assigned(?: to)?|assignee|requester|reporter|requested by|opened by|caller|contact|due(?: date)?|ticket(?: id| number| no)?|case(?: id| number)?|queue|type|source|channel|created|updated|von|an|gesendet|datum|betreff|priorität|dringlichkeit|kategorie|zugewiesen(?: an)?|melder|de|à|envoyé|objet|priorité|urgence|catégorie|para|enviado|asunto|prioridad|fecha|categoría|aan|verzonden|onderwerp|prioriteit|urgentie|categorie)$/iu;
/** "TICKET #48211 Priority: High" */
const TICKET_LINE =
  /^\s*(?:ticket|case|incident|request|anfrage|vorgang|incidencia|melding)\s*[#:]?\s*#?\d{3,12}\b.{0,80}$/iu;
const THEY = /(?<![\p{L}'])(?:they|it|sie|ils|elles|ellos|ellas|ze|zij)(?![\p{L}'])/iu;

/** The text without what is only about the mail; the customer that it names stands where "they" stood, else first. */
export function withoutMailHead(text: string): string {
  const subject = text.replace(BEFORE_SUBJECT, '');
  const lines = subject.split(/\r?\n/);
  if (lines.length < 2) return subject === '' ? text : subject;
  const labels = lines.map((line) => LABELLED.exec(line));
  const about = lines.map((line, at) => TICKET_LINE.test(line) || ABOUT_THE_MAIL.test(labels[at]?.[1] ?? ''));
  if (!about.includes(true)) return subject;
  const customer = labels.find((label) => label !== null && NAME_HEAD.test(label[1] ?? ''))?.[2];
  const rest = lines.filter((_, at) => about[at] !== true && (customer === undefined || labels[at]?.[2] !== customer));
  return named(rest.join('\n'), customer);
}

function named(rest: string, customer: string | undefined): string {
  if (customer === undefined) return rest;
  const quoted = `"${customer.replaceAll('"', '').trim()}"`;
  if (THEY.test(rest)) return rest.replace(THEY, quoted);
  return rest.includes(customer) ? rest : `${quoted}?\n${rest}`;
}
