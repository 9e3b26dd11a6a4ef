import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { bare, isSentenceWord, spacedWords } from './name-like';
import { fold } from './token';

/** Words that stand where a name stands, and are none: amounts, times, verbs of questions. Five languages. */
const NO_NAMES = new Set(
  `vereinbarung kundenvereinbarung contrat acuerdo contrato overeenkomst many much most more fewest least longest oldest newest latest first last soon sooner later now today yesterday tomorrow week month year
  expire expires expired expiring end ends ending run runs out renew renews wait waits waiting pay pays sign signs signed
  customer customers account accounts tenant tenants company companies client clients everyone everybody anyone anybody someone
  somebody nobody one ones all any some total gdap mca agreement there left open missing new biggest largest smallest best worst often
  wieviel wieviele viele meisten längste längsten älteste bald demnächst jetzt heute gestern morgen woche monat jahr abläuft ablaufen läuft ab endet enden
  wartet warten kunde kunden konto konten firma firmen alle jemand niemand keiner insgesamt zahlt größte kleinste
  beaucoup plus longtemps bientôt maintenant hier demain semaine mois année expire expirent attend attendent client clients compte comptes
  next previous combien page pages seite seiten página páginas pagina suspended active inactive blocked tous toutes quelqu'un personne total paie grand grande
  cuánto cuánta cuántos cuántas muchos más tiempo pronto ahora hoy ayer mañana semana mes año caduca caducan vence vencen espera esperan cliente clientes cuenta cuentas
  todos todas alguien nadie total paga grande
  hoeveel veel meeste langst langste binnenkort nu vandaag gisteren morgen week maand jaar verloopt verlopen vervalt wacht wachten klant klanten
  january february march april june july august september october november december januar februar märz mai juni juli oktober dezember
  janvier février mars avril juin juillet août octobre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre januari februari maart mei augustus
  accounts bedrijf bedrijven iedereen iemand niemand totaal betaalt grootste the a an our of in to for der die das den le la les el los de het`
    .split(/\s+/)
    .map(fold),
);

/** Whether what stands where a company stands is none. A name that we know always is one. */
export function isNoName(name: string, known: KnownNames | undefined): boolean {
  // "You" is a word of some name that we know, and still whom we are asked by.
  const pronoun = isSentenceWord(name) && /^\p{Ll}/u.test(name) && !name.includes(' ');
  if (known?.has(name) === true && !pronoun) return false;
  const words = spacedWords(name);
  if (/^\p{Lu}/u.test(name) && words.length > 1) return false;
  return words.every((word) => NO_NAMES.has(bare(word)) || isSentenceWord(word));
}

/** The companies that an intent is about; none where it is about no company. */
export function companiesOf(intent: Intent): readonly string[] {
  if (intent.name === 'map') return [intent.account, intent.customer];
  return 'companies' in intent ? (intent.companies ?? []) : [];
}
