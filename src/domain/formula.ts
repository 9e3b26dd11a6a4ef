/** Spreadsheets take such a text for a formula, the wide letters too, and run it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
/** What no XML can hold, and half characters. */
const NOT_WRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Names come from strangers: whoever may call a tenant `=HYPERLINK(...)` must not reach into somebody's spreadsheet. */
export function withoutFormula(text: string): string {
  const writable = text.replace(NOT_WRITABLE, '\ufffd');
  return FORMULA.test(writable) ? `'${writable}` : writable;
}
