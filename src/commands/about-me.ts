import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';

/** What somebody may ask about themselves: what is kept of them, or to be forgotten. */
export interface AboutMe {
  readonly asks: 'kept' | 'forget';
  readonly language: Language;
}

/** Whole messages only: "forget me" is no name, and "what do you know about Contoso" is about somebody else. */
const KEPT: Readonly<Record<Language, RegExp>> = {
  en: /^(?:what|which data|what data) (?:is|are|do you|have you) (?:kept|stored|saved|know|keep|store|save|have|got) (?:of|about|on) me$/,
  de: /^(?:was|welche daten) (?:ist|sind|weißt du|wissen sie|speicherst du|speichern sie|hast du|haben sie) (?:über|von) mir?(?:ch)?(?: gespeichert)?$/,
  fr: /^(?:que (?:sais-tu|savez-vous|gardes-tu|gardez-vous)|qu'est-ce (?:que tu sais|que vous savez|qui est conservé)) (?:de|sur) moi$/,
  es: /^¿?qué (?:sabes|sabe|guardas|guarda|datos tienes|datos tiene) (?:de|sobre) mí$/,
  nl: /^(?:wat (?:weet|bewaar) (?:je|u)|welke gegevens (?:heb je|heeft u)) (?:van|over) mi?j$/,
};

const FORGET: Readonly<Record<Language, RegExp>> = {
  en: /^(?:please )?(?:forget me|delete (?:my data|everything (?:about|of) me))$/,
  de: /^(?:bitte )?(?:vergiss mich|vergessen sie mich|lösche meine daten|löschen sie meine daten)$/,
  fr: /^(?:oublie-moi|oubliez-moi|(?:supprime|supprimez|efface|effacez) mes données)$/,
  es: /^(?:olvídame|olvídeme|(?:borra|borre|elimina|elimine) mis datos)$/,
  nl: /^(?:vergeet mij|vergeet me|(?:wis|verwijder) mijn gegevens)$/,
};

/** Undefined for everything else. */
export function aboutMe(text: string): AboutMe | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s?.!]+/g, ' ')
    .trim();
  if (plain.length > 80) return undefined;
  for (const [asks, phrases] of [['kept', KEPT] as const, ['forget', FORGET] as const]) {
    for (const language of LANGUAGES) {
      if (phrases[language].test(plain)) return { asks, language };
    }
  }
  return undefined;
}
