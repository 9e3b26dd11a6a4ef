import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';

const NO_NEWS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:please )?(?:stop|quit|don'?t|do not|no longer) (?:tell|notify|alert|bother|messag|inform)(?:e|ing)? (?:me|us) (?:about|of|with) (?:the |any |all )?(?:new|more) (?:provider )?(?:accounts?|customers?|companies|ones|tenants?)(?: please| any ?more| now)*[.!]*$/iu,
  de: /^(?:bitte )?(?:sage?|melde|erzähle?|schicke?)(?:n sie)? (?:mir|uns) (?:bitte )?nichts mehr (?:über|von|zu|bei) neuen? (?:konten|kunden|accounts|firmen)(?: bitte)?[.!]*$/iu,
  fr: /^(?:ne (?:me|nous) (?:parle|préviens|avertis|notifie|informe)(?:z)? plus|arrête(?:z)? de (?:me|nous) (?:parler|prévenir|avertir|notifier|informer)) (?:des|de|pour les) nouveaux (?:comptes|clients)(?: stp| svp)?[.!]*$/iu,
  es: /^(?:por favor,? )?(?:deja de (?:avisarme|informarme|notificarme)|no me (?:avises|informes|notifiques) más) (?:de|sobre) (?:las |los )?nuev[ao]s (?:cuentas|clientes)[.!]*$/iu,
  nl: /^(?:stuur|meld|vertel|zeg) (?:me|mij|ons) niets meer over nieuwe (?:accounts|klanten|bedrijven)[.!]*$/iu,
};

/** "Stop telling me about new accounts": no company is named, so no watch is meant; what is told here is a setting. */
export function noNews(text: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const language = LANGUAGES.find((one) => NO_NEWS[one].test(text));
  if (language === undefined) return undefined;
  return { intent: { name: 'settings', topic: 'notifications', value: 'off' }, language };
}
