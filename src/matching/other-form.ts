import { companyName } from './company-name';

/**
 * Whether a legal form was typed that contradicts those of all the names: "Contoso GmbH" for Contoso Ltd. Names without
 * a legal form contradict none.
 */
export function isOtherForm(typed: string, names: readonly string[]): boolean {
  const { legal } = companyName(typed);
  if (legal.length === 0) return false;
  const forms = names.map((name) => companyName(name).legal).filter((found) => found.length > 0);
  return forms.length > 0 && !forms.some((found) => legal.some((form) => found.includes(form)));
}
