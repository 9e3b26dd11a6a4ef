/**
 * Polite people wrap one request into a letter: what led to it, the request, why they ask. When the whole could not be
 * read, what they ask for is tried alone: a clause that begins with courtesies, without them, and with the one company
 * that was named put in for "they". A clause without courtesies tells something and asks for nothing. English only.
 */

const ASKED = [
  /^(?:would|could|can|will) (?:you|someone|somebody)(?: (?:please|kindly|perhaps|possibly|maybe|just|be (?:so |very )?(?:kind|good|nice)(?: enough)?(?: as)? to|have the kindness to|do me the favou?r of))*(?= \p{L})/iu,
  // "Can I undo that?" asks whether one can.
  /^(?:might|may|could|can) (?:i|we)(?: (?:please|kindly|perhaps|possibly|just|ask you to))*(?= (?:have|see|get|ask|know)\b)/i,
  /^(?:please|kindly)(?= )/i,
  /^i(?:'d| would| should| was| am|'m)(?: (?:like|love|hoping|wondering|ever so|very|rather|most|much|so|really|also|feel|more|comfortable|grateful|glad|happy|certain|sure|to|be|know|find out|learn|hear|see|ask|check|have))+(?= (?:if|whether|you|that|to|the|how|where|who|what|which)\b)/i,
  /^i would [\p{L} ]{0,40}?if (?=you (?:could|would|can)\b)/iu,
  /^it would (?:be|help)(?: (?:a|an|of|most|very|really|great|big|so|me|much|help|helpful|kind|good|useful|nice|to|know|hear|see|have))+(?= (?:if|whether|you|that|to|the)\b)/i,
  /^(?:might|could|may) i trouble you (?:to|for)/i,
] as const;

/** What stands between the courtesies and the request. */
const BETWEEN = [
  /^(?:and|but|so|then|also|please|kindly|perhaps|possibly|just|quickly|to|that|you|mind|ask you to|whether you could|if you (?:could|would|can))(?:,)?(?= )/i,
  /^(?:tell|inform|advise|let) me(?: know)?(?= (?:whether|if|who|what|which|where|how)\b)/i,
  /^(?:if|whether)(?= )/i,
] as const;

/** "Would you mind checking": as one would say without the courtesy. */
const PLAIN_VERBS: Readonly<Record<string, string>> = {
  checking: 'check',
  confirming: 'confirm',
  looking: 'look',
  mapping: 'map',
  sending: 'send',
  showing: 'show',
  stopping: 'stop',
  switching: 'switch',
  telling: 'tell',
  turning: 'turn',
  undoing: 'undo',
  unmapping: 'unmap',
  watching: 'watch',
};

/** One clause ends where a new sentence or a request begins, or a reason or circumstance is added. */
const REQUEST = "(?:please|kindly|(?:would|could|can|might|may) (?:you|i|we)|i (?:was|would|should|am)|i'd|it would) ";
const BORDER = new RegExp(
  [
    '[?!;:\\n]+\\s*',
    '(?<=\\p{L}{4}|\\d)[.](?:\\s+|$)',
    '\\s+[-–—]+\\s+',
    `,?\\s+(?:and|but|so|thus|therefore|then)\\s+(?=${REQUEST})`,
    `,\\s+(?=${REQUEST})`,
    ',\\s+(?=(?:as|since|because|although|though|while|before|after|so that|which|given|and|but|so) )',
    '\\s+(?=because )',
  ].join('|'),
  'iu',
);

const THEY =
  /\b(?:they|them|[Tt]hey|(?:that account|that customer|this customer|the customer)(?! \p{Lu})|that(?= (?:has|is)\b)|(?:it|that)(?= up$| for (?:me|us)$|$))\b/u;
const THEIR = /\b[Tt]heir (?=\p{L})/u;
const MOST_CLAUSES = 12;

/** What is asked for, in the order in which it stands there; each first with the company for "they", then as it is. */
export function requestsIn(text: string, company: string | undefined): readonly string[] {
  const asked = text
    .split(BORDER)
    .slice(0, MOST_CLAUSES)
    .map((clause) => requestOf(clause.trim()))
    .filter((request) => request !== undefined);
  return asked.flatMap((request) => (company === undefined ? [request] : [named(request, company), request]));
}

function requestOf(clause: string): string | undefined {
  let rest = without(clause, [BETWEEN[0]]);
  const asked = without(rest, ASKED);
  if (asked === rest || asked === '') return undefined;
  rest = asked;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = without(without(rest, BETWEEN), ASKED);
  }
  const [first = '', ...others] = rest.split(' ');
  return [PLAIN_VERBS[first.toLowerCase()] ?? first, ...others]
    .join(' ')
    .replace(/(?:,? (?:please|if you please|thank you|thanks))?[\s.,]*$/i, '');
}

function without(text: string, beginnings: readonly RegExp[]): string {
  return beginnings.reduce((rest, beginning) => rest.replace(beginning, '').trimStart(), text);
}

function named(request: string, company: string): string {
  const quoted = `"${company.replaceAll('"', '')}"`;
  return request.replace(THEIR, () => `${quoted} `).replace(THEY, () => quoted);
}
