/** Numbers of tickets and cases, with the word that leads to them: they say where the question comes from, not what it is. */
const TICKET =
  /(?:(?<=^|[\s,;])(?:re|ref|for|see|per|cf)[.:]? )?(?<=^|[\s,;(])#?(?:TKT|INC|REQ|RITM|CHG|PRB|TASK|CASE|TICKET|JIRA)[-_# ]?\d{3,12}(?![\w.@-])[,:;]?/gi;
/** A bracket that begins with one is about the ticket altogether. */
const IN_BRACKETS =
  /\((?:re |ref )?#?(?:TKT|INC|REQ|RITM|CHG|PRB|TASK|CASE|TICKET|JIRA)[-_# ]?\d{3,12}\b[^()]{0,80}\)/gi;

/** The text without them; as it is when nothing else would be left. */
export function withoutTickets(text: string): string {
  if (!/\d{3}/.test(text)) return text;
  const rest = text.replace(IN_BRACKETS, ' ').replace(TICKET, ' ').replace(/ {2,}/g, ' ').trim();
  return rest === '' ? text : rest;
}
