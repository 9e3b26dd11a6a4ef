import { withDomainInLetters } from '../domain/one-form';
import { asksForOldest, beyond, companyBehind } from './beyond';
import { askedAtOnce } from './asked-at-once';
import { atProvider } from './at-provider';
import type { BeyondTopic } from './beyond';
import { briefly } from './briefly';
import { byRoles } from './by-roles';
import { withAllSaid } from './filters/all-said';
import { filterAsked } from './filters/filter-asked';
import { ofLookAgain, ofHoldings, ofSetPhrase } from './of-phrase';
import { ofFilter } from './filters/list-intent';
import { withoutCorrections } from './corrections';
import { countryAsked } from './country-asked';
import { inDaytime } from './daytime';
import { isDigestLeftOut } from './digest-said';
import { suggestions } from './did-you-mean';
import { doneBy } from './done-by';
import { find } from './find';
import { knownMarks } from './hearing/known-marks';
import { invitationHeard } from './invitation-heard';
import { isLooseList } from './hearing/plainly';
import { recognise } from './hearing/recognise';
import type { Recognised } from './hearing/recognise';
import { NO_INTENT } from './hearing/model';
import { hearingModel } from './hearing/stored-model';
import { weigh } from './hearing/weigh';
import { intentChanges } from './intent';
import { remembering } from './known-names';
import { readList } from './lists';
import { mapPair } from './map-pair';
import { mayHoldList } from './may-list';
import { companiesOf, isNoName } from './no-names';
import { withoutMailHead } from './mail-head';
import { nameAlone } from './name-alone';
import { inOrder } from './order-said';
import { namesApart } from './names-apart';
import { isPureName, withoutPossessive } from './name-like';
import { normalise, withoutMentions } from './normalise';
import { ownLanguage } from './readings';
import { refined } from './refined';
import { renewalsAsked } from './renewals-asked';
import { rephrased } from './rephrased';
import { servicesAsked } from './services-asked';
import { setPhrase } from './set-phrases';
import { ofTeam } from './team-said';
import { isTakenBack, notDone, takenBack } from './taken-back';
import { withoutTickets } from './tickets';
import { withoutEmoji } from './emoji';
import { withoutYesOrNo } from './yes-or-no';
import type { Understanding, UnderstandOptions } from './understanding';

export type { KnownNames } from './known-names';
export type { Understanding, UnderstandOptions } from './understanding';

/** What stands before the name of a firm in letters. A full stop in it ends no sentence. */
const ADDRESSED = /(?<!\p{L})(?:(?:messrs|mssrs)\.?|fa\.)\s+(?=\p{L})/giu;

/** The message without what stands around it: the head of a mail, and emoji. */
export function askedIn(message: string): string {
  const bare = withoutMailHead(withoutEmoji(withoutMentions(message))).replaceAll(ADDRESSED, '');
  return rephrased(briefly(withoutYesOrNo(bare)));
}

type Read = (message: string) => Understanding;
type Learned = (plain: string) => Recognised;

/** Reads one message. Pure, never throws; work grows linearly with the text, which is cut at TEXT_LIMIT. */
export function understand(message: string, options: UnderstandOptions = {}): Understanding {
  return reader(options)(message);
}

/** Reads a message and parts of it: of many ways to cut it several leave the same words, and each is read once. */
export function reader(asked: UnderstandOptions): Read {
  const options = asked.known === undefined ? asked : { ...asked, known: remembering(asked.known) };
  const learned = remembered((plain) => learnedOf(plain, options));
  const once = remembered((sentence) => one(sentence, options, learned));
  return remembered((message) => namesApart(read(message, options, once, learned), message, options));
}

function learnedOf(plain: string, { known, locale }: UnderstandOptions): Recognised {
  return recognise(plain, hearingModel(), (words) => knownMarks(words, known), ownLanguage(locale));
}

function remembered<Heard>(read: (text: string) => Heard): (text: string) => Heard {
  const known = new Map<string, Heard>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const heard = read(text);
    known.set(text, heard);
    return heard;
  };
}

function read(message: string, options: UnderstandOptions, once: Read, learned: Learned): Understanding {
  const text = withDomainInLetters(askedIn(message));
  const plain = plainOf(text);
  const set = ofTeam(plain, options.known);
  if (set !== undefined) return set;
  const mapping = mapPair(plain, options.known);
  if (mapping !== undefined) return { outcome: 'understood', ...mapping, evidence: [`phrase "${plain}"`] };
  const done = doneBy(plain, options.known);
  if (done !== undefined) return read(done, options, once, learned);
  const ordered = inOrder(plain, (rest) => read(rest, options, once, learned));
  if (ordered !== undefined) return ordered;
  const invitation = mayHoldList(text, learned(plain), options.known) ? undefined : invitationHeard(plain, options);
  if (invitation !== undefined) return invitation;
  const atOnce = askedAtOnce(plain, options, () => learned(plain).names);
  if (atOnce !== undefined) return atOnce;
  const played = byRoles(plain, options.known, ownLanguage(options.locale));
  // What is said in the set words of a command is done as they say.
  if (played !== undefined && setPhrase(plain) === undefined)
    return { outcome: 'understood', ...played, evidence: [`roles "${plain}"`] };
  const ofOne = atProvider(plain, options, (rest) => read(rest, options, once, learned));
  if (ofOne !== undefined) return ofOne;
  const filtered = isOnlyTold(plain, learned) ? undefined : filterAsked(plain, options);
  if (filtered !== undefined && filtered.filter.unclear === undefined && filtered.isPlain !== true)
    return ofFilter(filtered, text);
  const whole = learned(plain);
  const listed = mayHoldList(text, whole, options.known)
    ? readList(text, { options, read: once, names: whole.names })
    : undefined;
  const heard = nameAlone(listed ?? once(text), text, options);
  if (filtered !== undefined && isNoAnswer(heard, filtered.describes)) return ofFilter(filtered, text);
  if (heard.outcome !== 'understood' && heard.outcome !== 'beyond') return heard;
  const said = refined(text, heard, options);
  if (said.outcome !== 'understood') return said;
  if (!intentChanges(said.intent)) return withAllSaid(normalise(text), said);
  if (isDigestLeftOut(said, plain)) return notDone(said, plain);
  return isLooseList(companiesOf(said.intent), options.known) ? { ...said, proposed: true } : said;
}

/** So sure must be what was learned that nothing is asked. */
const TOLD = 0.97;
const ASKS =
  /[?]|^(?:and |also |so |und |et |y |en )?[¿]?\s*(?:who|whose|which|what|how|when|where|list|show|give|find|wer|wessen|welche\w*|wie|wann|wo|bei|zeig\w*|qui|quel\w*|combien|quand|où|à qui|montre\w*|quién\w*|cuál\w*|cuánt\w*|qué|cuándo|dónde|de quién|muestra\w*|wiens|welke?|hoeveel|wanneer|waar|toon)(?!\p{L})/iu;

/** "The biscuits are all gone": no question, and nothing that was learned to be one. */
function isOnlyTold(plain: string, learned: Learned): boolean {
  // "Drift": a word by itself that says what is asked for is no story.
  if (ASKS.test(plain) || !/\s/u.test(plain.trim())) return false;
  const { wanted, share } = learned(plain);
  return wanted === NO_INTENT && share >= TOLD;
}

/** Part of the question was read, and nothing that is answered better. */
function isNoAnswer(heard: Understanding, describes: boolean): boolean {
  if (describes && heard.outcome === 'understood' && heard.intent.name !== 'list') return !intentChanges(heard.intent);
  if (heard.outcome === 'misunderstood') return true;
  return heard.outcome === 'beyond' && ['other', 'agreement', 'admin', 'by-person'].includes(heard.topic);
}

/** Without what a person takes back in the same breath, and without numbers of tickets. */
function plainOf(text: string): string {
  return withoutCorrections(withoutTickets(normalise(text)));
}

/** The message about one matter, and without a list. */
function one(text: string, options: UnderstandOptions, learned: Learned): Understanding {
  const plain = plainOf(text);
  const whole = ofTeam(plain, options.known) ?? invitationHeard(plain, options);
  if (whole !== undefined) return whole;
  const country = countryAsked(plain);
  if (country !== undefined) return { outcome: 'beyond', topic: 'country', text: plain, ...country };
  const services = servicesAsked(plain);
  if (services !== undefined) return ofHoldings('services', services, plain, options);
  const renewals = renewalsAsked(plain);
  if (renewals !== undefined) return ofHoldings('subscriptions', renewals, plain, options);
  const set = setPhrase(plain);
  if (set?.phrase === 'look-again') return ofLookAgain(set, plain, options);
  if (set !== undefined) return ofSetPhrase(set, plain);
  const recognised = learned(plain);
  const grammar = find(plain, options, recognised);
  const answered = answerable(grammar, plain, options);
  // What the grammar finds beyond all commands stays so, whatever command shares its words.
  if (answered.outcome === 'beyond' && !isSurelyAnswered(answered.topic, recognised)) return answered;
  const found = inDaytime(weigh(plain, grammar, recognised, options), plain);
  if (answered.outcome === 'beyond')
    return found.outcome === 'understood' && !intentChanges(found.intent) ? found : answered;
  const undone = found.outcome === 'understood' && intentChanges(found.intent) && isTakenBack(plain);
  if (undone) return takenBack(found, plain);
  return found === grammar ? answered : answerable(found, plain, options);
}

const ANSWERED = 0.95;

/** "Welke bedrijven hebben deze week getekend?": what shares words with another matter, and surely is a question that we answer. */
function isSurelyAnswered(topic: BeyondTopic, { intent, share }: Recognised): boolean {
  if (intent === undefined || intentChanges(intent) || share < ANSWERED) return false;
  return topic === 'other' || (topic === 'agreement' && intent.name === 'list' && intent.period !== undefined);
}

/** Facts that the status of one company tells. */
const OF_ONE: ReadonlySet<BeyondTopic> = new Set<BeyondTopic>(['expiry', 'agreement', 'admin']);

/** What no command answers is not answered with what merely shares words with it, and no small word is a company. */
function answerable(found: Understanding, plain: string, options: UnderstandOptions): Understanding {
  if (found.outcome === 'nothing' || found.outcome === 'beyond') return found;
  const { language } = found;
  if (asksForOldest(plain))
    return { outcome: 'understood', intent: { name: 'list', what: 'unmapped' }, language, evidence: [plain] };
  const intent = found.outcome === 'understood' ? found.intent : undefined;
  const names = intent === undefined ? [] : companiesOf(intent);
  const nameless = names.length > 0 && names.every((name) => isNoName(name, options.known));
  const topic = beyond(plain, nameless ? undefined : intent);
  // The intent stays: who may not see lists is not told of this one either.
  if (topic === 'not-accepted' && found.outcome === 'understood') return { ...found, instead: topic };
  if (topic !== undefined) {
    const [company, another] = nameless
      ? []
      : found.outcome === 'misunderstood'
        ? (found.companies ?? [])
            .map(withoutPossessive)
            .filter((name) => isNamed(name, options.known) && !isNoName(name, options.known))
        : names;
    const whose = topic === 'detail' ? companyBehind(plain) : undefined;
    const named =
      whose !== undefined ? { company: whose } : company === undefined || another !== undefined ? {} : { company };
    if (
      found.outcome === 'misunderstood' &&
      named.company !== undefined &&
      OF_ONE.has(topic) &&
      isPureName(named.company, options.known)
    )
      return {
        outcome: 'understood',
        intent: { name: 'status', companies: [named.company] },
        language,
        evidence: [topic],
      };
    return { outcome: 'beyond', topic, text: plain, language, ...named };
  }
  if (!nameless || intent === undefined) return found;
  return {
    outcome: 'misunderstood',
    at: null,
    text: plain,
    language,
    probably: intent.name,
    near: [intent.name],
    nearest: suggestions([intent.name], language),
  };
}

/** A single word in small letters that nobody bears is a word of the question, and no company. */
function isNamed(name: string, known: UnderstandOptions['known']): boolean {
  return !/^\p{Ll}+$/u.test(name) || known?.has(name) === true;
}
