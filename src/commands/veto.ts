import type { Reading } from './command';
import type { IntentName } from './intent';
import type { PhrasePart } from './match';
import type { Sentence } from './sentence';

/** Questions about the state of things: what is only supposed, or forbidden, asks nothing of that kind. */
const ASKING: ReadonlySet<IntentName> = new Set<IntentName>([
  'status',
  'list',
  'show',
  'invite_link',
  'who_mapped',
  'history',
]);

const FIRST_PERSON = new Set('i ich ik je j yo jai ive'.split(' '));
const OTHERS = new Set(
  'they he she it we you them anyone somebody someone who sie er es wir ihr wer man il elle ils elles on nous vous qui el ella ellos ellas nosotros quien zij ze hij wij we jullie wie'.split(
    ' ',
  ),
);
const NOTHING = new Set('nothing anything nichts nix rien nada niets niks nothin anythin'.split(' '));
const SUBJECTS = new Set('i we ill well id wed ich wir je nous on yo nosotros ik wij'.split(' '));
const HOPES = new Set(
  'hope hopes hoping hopefully hoffe hoffen hoffentlich espere esperons espero esperamos ojala hoop hopen hopelijk'.split(
    ' ',
  ),
);
const WILL = new Set('will wird werden va vont zal zullen gaat gaan'.split(' '));
/** A clause that begins so forbids. */
const NEVER = new Set('dont never nie niemals jamais nunca nooit'.split(' '));
const THEN = new Set(['then', 'dann', 'alors', 'entonces', 'dan']);
/** "Should Contoso accept, we must ..." */
const VERB_FIRST = new Set('should were had sollte sollten mocht mochten zou zouden'.split(' '));

/** Whether the words fit, and yet the question is not asked: it is only supposed, forbidden, or about the speaker. */
export function isVetoed(name: IntentName, reading: Reading): boolean {
  if (!ASKING.has(name)) return false;
  const { sentence } = reading;
  if (isSupposed(sentence) || isForbidden(sentence)) return true;
  if (name !== 'status' && name !== 'list') return false;
  return isOwnAcceptance(reading) || isConsequence(reading) || isExpected(reading) || isOtherMatter(reading);
}

/** What a customer can accept besides the invitation. */
const OTHER_MATTERS = new Set(
  `quote quotation proposal terms pricing price prices estimate job meeting order contract payment angebot kostenvoranschlag
  vertrag bestellung termin devis proposition contrat commande presupuesto propuesta contrato pedido oferta offerte voorstel
  contract bestelling`.split(/\s+/),
);

/** "Contoso has accepted our quote": told, and of something else. */
function isOtherMatter({ sentence, match }: Reading): boolean {
  const accept = match.parts.find((part) => part.concept === 'accept' || part.concept === 'acceptnow');
  if (!accept || sentence.tokens.some((token) => token.raw === '?')) return false;
  return sentence.tokens
    .slice(Math.max(0, accept.start - 3), accept.end + 4)
    .some((token, at) => OTHER_MATTERS.has(token.fold) && !isInName(match.parts, Math.max(0, accept.start - 3) + at));
}

function isInName(parts: readonly PhrasePart[], at: number): boolean {
  return parts.some((part) => part.slot !== undefined && part.start <= at && at < part.end);
}

/** "If Contoso accepts, we must change the offer": a clause of supposition, and another one that follows from it. */
function isSupposed(sentence: Sentence): boolean {
  if (sentence.has('notify') || sentence.has('tellme') || sentence.has('watch')) return false;
  return sentence.boundaries.some((at) => supposes(sentence, at) && follows(sentence, at));
}

function supposes(sentence: Sentence, at: number): boolean {
  const word = sentence.tokens[at];
  if (word?.kind !== 'word') return false;
  if (at === 0 && VERB_FIRST.has(word.fold)) return !sentence.tokens.some((token) => token.raw === '?');
  return sentence.hitsAt(at).some((hit) => hit.concept === 'if' || hit.concept === 'when');
}

/** "When Contoso accepts I'll buy cake": what follows has its own subject. */
function isConsequence({ sentence, match }: Reading): boolean {
  const accept = match.parts.find((part) => part.concept === 'accept' || part.concept === 'acceptnow');
  if (!accept || sentence.has('notify') || sentence.has('tellme')) return false;
  const next = sentence.tokens[accept.end]?.fold ?? '';
  return SUBJECTS.has(next) && sentence.boundaries.some((at) => at < accept.start && supposes(sentence, at));
}

/** "We hope Contoso accepts", "Contoso will accept soon": told, not asked. */
function isExpected({ sentence, match }: Reading): boolean {
  const accept = match.parts.find((part) => part.concept === 'accept' || part.concept === 'acceptnow');
  if (!accept || sentence.tokens.some((token) => token.raw === '?')) return false;
  const before = sentence.tokens.slice(0, accept.start);
  if (before.some((token) => HOPES.has(token.fold))) return true;
  const name = match.parts.find((part) => part.slot !== undefined);
  return name !== undefined && name.end <= accept.start && WILL.has(sentence.tokens[name.end]?.fold ?? '');
}

/** Whether something is said that follows: after a comma or "then", a few words. */
function follows(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const comma = tokens.findIndex((token, place) => place > at + 2 && (token.raw === ',' || THEN.has(token.fold)));
  return comma > 0 && tokens.length - comma > 3;
}

/** "Please don't map anything yet": whatever else is said, it is no question. */
function isForbidden(sentence: Sentence): boolean {
  if (!(['map', 'unmap', 'undo', 'undothat'] as const).some((concept) => sentence.has(concept))) return false;
  if (sentence.tokens.some((token) => token.raw === '?')) return false;
  if (sentence.boundaries.some((at) => NEVER.has(sentence.tokens[at]?.fold ?? ''))) return true;
  return sentence.has('neg') && sentence.tokens.some((token) => NOTHING.has(token.fold));
}

/** "I have not accepted your invitation to lunch": not a company, but the speaker. */
function isOwnAcceptance({ sentence, match }: Reading): boolean {
  const accept = match.parts.find((part) => part.concept === 'accept');
  if (!accept) return false;
  for (let at = accept.start - 1; at >= 0; at -= 1) {
    const word = sentence.tokens[at];
    if (word?.kind !== 'word' || isName(match.parts, at) || OTHERS.has(word.fold)) return false;
    if (FIRST_PERSON.has(word.fold) || isSpanishI(sentence, at, accept)) return true;
  }
  return false;
}

function isName(parts: readonly PhrasePart[], at: number): boolean {
  return parts.some((part) => part.slot !== undefined && part.start <= at && at < part.end);
}

/** "he aceptado": the verb alone says who. */
function isSpanishI(sentence: Sentence, at: number, accept: PhrasePart): boolean {
  return sentence.lexicon.language === 'es' && sentence.tokens[at]?.fold === 'he' && at === accept.start - 1;
}
