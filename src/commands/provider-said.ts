import type { KnownNames } from './known-names';
import { isIn, isRole, mentionsIn, foldedWords, wordSet } from './provider-names';
import type { Mention, FoldedWord } from './provider-names';

/** Where a message names one of the partner's providers. */
export interface ProviderSaid {
  /** The message without it. */
  readonly rest: string;
  /** The message with `STAND_IN` where it was named. */
  readonly marked: string;
  /** The message with `STAND_IN_NAME` for the name alone: what it says if the provider is taken for a company. */
  readonly asCompany: string;
  /** The provider's name; the words themselves where they lead to none of them, or to several. */
  readonly place: string;
  /** Something led to it ("at TD SYNNEX"); the bare name may be part of anything. */
  readonly isLedTo: boolean;
  /** Something is said to be there ("at", "in"), not of it: then it is not what the message is about. */
  readonly isPlace: boolean;
}

/** Stands for the provider in a message, so that the readers need not know its name. All of them know the first word. */
export const STAND_IN = 'provider Qprovq';
export const STAND_IN_NAME = 'Qprovq';

/** What leads to a provider, in five languages. */
const LEADING = wordSet(
  `at with under in from via through on of for by inside within across bei beim unter im von vom uber aus fur zu
  chez sous sur dans de du des au pour d en con bajo del por para desde a al bij onder van op voor uit aan`,
);
/** Lead to a provider where somebody is invited: "invite Contoso to the German tenant". Elsewhere what follows may be a customer. */
const INTO = wordSet('to into onto zum zur nach vers hacia naar');
const INVITES = /invit|einlad|lade|lädst|uitnod|nodig/iu;
/** Those that lead to what a message is about, too: "status of TD SYNNEX". */
const OF = wordSet('of for von fur de du des d del para van voor');
/** May stand between that and the name. */
const BETWEEN = wordSet(
  `the our a an der die das dem den des unser unsere unserem unseren unserer le la l les notre nos el los nuestro nuestra un
  una de het een onze provider providers distributor distributors supplier vendor anbieter lieferant distributeur distributoren
  fournisseur proveedor distribuidor leverancier`,
);

/** The one provider that is named; undefined where there are not several to choose from, or several are named. */
export function providerSaid(text: string, known: KnownNames | undefined): ProviderSaid | undefined {
  const providers = known?.providers ?? [];
  if (providers.length < 2) return undefined;
  const words = foldedWords(text);
  const mentions = mentionsIn(words, providers, known);
  const [only] = mentions;
  if (only === undefined || mentions.some(({ place }) => place !== only.place)) return undefined;
  return said(text, words, only);
}

function said(
  text: string,
  words: readonly FoldedWord[],
  { place, first, last, isWhole, isOwner }: Mention,
): ProviderSaid | undefined {
  let [from, to] = [first, last];
  while (isRole(words, to + 1)) to += 1;
  if (words[to + 1]?.folded === 's' && /['’]/.test(text.slice(words[to]?.end, words[to + 1]?.start))) to += 1;
  while (isIn(BETWEEN, words, from - 1) || isRole(words, from - 1)) from -= 1;
  const leads = isIn(LEADING, words, from - 1) || (isIn(INTO, words, from - 1) && INVITES.test(text));
  const isLedTo = leads || isOwner === true || from < first;
  const isPlace = leads && !isIn(OF, words, from - 1);
  if (leads) from -= 1;
  if (!isWhole && !isLedTo && to === last) return undefined;
  const before = text.slice(0, words[from]?.start).replace(/[\s(„“"'«]+$/u, '');
  const after = text.slice(words[to]?.end).replace(/^[\s)“”"'»:,]+/u, '');
  return {
    place,
    rest: `${before} ${after}`.trim().replace(/\s+([?!.])/g, '$1'),
    marked: `${before} ${STAND_IN} ${after}`.trim(),
    asCompany: `${text.slice(0, words[first]?.start)}${STAND_IN_NAME}${text.slice(words[to]?.end)}`,
    isLedTo,
    isPlace,
  };
}
