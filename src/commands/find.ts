import { arrowless } from './arrows';
import { requestsIn } from './clauses';
import { hearByGrammar } from './decide';
import type { Heard } from './decide';
import type { Recognised } from './hearing/recognise';
import { intentChanges } from './intent';
import type { IntentName } from './intent';
import { CHANGING } from './readings';
import { othersOf, sentencesIn } from './sentences';
import type { Understanding, UnderstandOptions } from './understanding';

const SMALL_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['greeting', 'thanks']);

/** What the words of the whole message must speak for what one of its sentences asks: a question, and a change. */
const SPOKEN_FOR = { reading: 0.08, changing: 0.5 } as const;

/** Where a question is so likely by what was learned, its sentence need not be looked for. */
const SURE = 0.9;

/** What the grammar makes of a text; of a long one that the model is not sure of, of the part of it that asks. */
export function find(plain: string, options: UnderstandOptions, learned?: Recognised): Understanding {
  const heard = hearByGrammar(plain, options, learned);
  const whole = heard.understanding;
  if (learned?.intent !== undefined && learned.share >= SURE && !intentChanges(learned.intent)) return whole;
  const command =
    isMapping(whole) || whole.outcome === 'misunderstood' ? besideArrow(plain, options, learned) : undefined;
  if (command !== undefined) return command;
  if (whole.outcome === 'misunderstood')
    return (
      requested(whole.text, whole.companies, options, (name) => !SMALL_TALK.has(name), learned) ??
      amongSentences(plain, heard, options, undefined, learned) ??
      whole
    );
  if (whole.outcome !== 'understood') return whole;
  if (whole.rather === undefined) return whole;
  const companies = 'companies' in whole.intent ? whole.intent.companies : [];
  return (
    requested(plain, companies, options, (name) => name === whole.rather, learned) ??
    amongSentences(plain, heard, options, whole.rather, learned) ??
    whole
  );
}

function isMapping(heard: Understanding): boolean {
  return heard.outcome === 'understood' && heard.intent.name === 'map';
}

/** Before an arrow stands an account, or else a command by itself: then the arrow leads to what it is about. */
function besideArrow(plain: string, options: UnderstandOptions, learned?: Recognised): Understanding | undefined {
  const parts = arrowless(plain);
  if (parts === undefined) return undefined;
  const alone = read(parts.before, options, learned);
  if (alone.outcome === 'understood' && alone.intent.name === 'status' && isMapping(read(plain, options, learned)))
    return undefined;
  const heard = read(parts.whole, options, learned);
  return heard.outcome === 'understood' && (alone.outcome === 'understood' || !CHANGING.has(heard.intent.name))
    ? heard
    : undefined;
}

/** What a polite letter asks for: the first of its requests that can be read, and that is `wanted`. */
function requested(
  letter: string,
  companies: readonly string[] | undefined,
  options: UnderstandOptions,
  wanted: (name: IntentName) => boolean,
  learned?: Recognised,
): Understanding | undefined {
  for (const request of requestsIn(letter, companies?.[0])) {
    const alone = read(request, options, learned);
    if (alone.outcome === 'understood' && wanted(alone.intent.name)) return alone;
  }
  return undefined;
}

/**
 * The one sentence of several that asks something of us: the words of the whole message must speak for it too, and
 * where it changes something, no other sentence may take it back.
 */
function amongSentences(
  plain: string,
  { leaning }: Heard,
  options: UnderstandOptions,
  wanted: string | undefined,
  learned: Recognised | undefined,
): Understanding | undefined {
  const sentences = sentencesIn(plain);
  if (sentences.length < 2) return undefined;
  const once = new Map<string, Understanding>();
  const asked = sentences.flatMap((sentence, place) => {
    const alone = once.get(sentence) ?? read(sentence, options, learned);
    once.set(sentence, alone);
    if (alone.outcome !== 'understood' || SMALL_TALK.has(alone.intent.name)) return [];
    const spoken = leaning.get(alone.intent.name) ?? 0;
    return spoken >= SPOKEN_FOR[intentChanges(alone.intent) ? 'changing' : 'reading'] ? [{ alone, place }] : [];
  });
  const [only, another] = asked;
  if (!only || another) return undefined;
  const { intent } = only.alone;
  if (wanted !== undefined && intent.name !== wanted) return undefined;
  return intentChanges(intent) && othersOf(sentences, only.place).some(takesBack) ? undefined : only.alone;
}

const DENIAL =
  /\b(?:don'?t|do not|not|never|wait|hold on|unless|if|until|nicht|kein\w*|warte|falls|wenn|pas|jamais|attends|si|no lo|nunca|espera|niet|geen|wacht|als)\b/i;

function takesBack(sentence: string): boolean {
  return DENIAL.test(sentence);
}

/** A part of the message; how likely each command is, is judged by the whole of it. */
function read(plain: string, options: UnderstandOptions, learned: Recognised | undefined): Understanding {
  return hearByGrammar(plain, options, learned).understanding;
}
