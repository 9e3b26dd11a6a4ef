/** What a word or phrase can say in a command. Each language's lexicon lists its words for each. */
export const CONCEPTS = [
  // Asking about acceptance.
  'accept',
  'acceptnow',
  'status',
  'news',
  'check',
  'pending',
  'still',
  'neg',
  'relationship',
  // Lists.
  'who',
  'list',
  'unmapped',
  'nobody',
  'customer',
  'need',
  'insince',
  'fresh',
  'period',
  // One company.
  'show',
  'about',
  'subscriptions',
  'licences',
  'users',
  'have',
  'invite',
  'link',
  'send',
  // Watches.
  'watch',
  'notify',
  'tellme',
  'when',
  'if',
  'stop',
  'nomore',
  'unwatch',
  'all',
  'watches',
  'appear',
  // Mapping.
  'map',
  'mapped',
  'mapping',
  'to',
  'onto',
  'belongs',
  'pairend',
  'unmap',
  'remove',
  'undo',
  'undothat',
  'from',
  'history',
  'happened',
  'why',
  // Settings.
  'settings',
  'digest',
  'notifications',
  'language',
  'on',
  'off',
  'mute',
  'unmute',
  'daily',
  'weekly',
  'weekday',
  'langname',
  'speak',
  'arrow',
  'instead',
  'set',
  'time',
  // Ours.
  'names',
  'learned',
  'forget',
  'name',
  'fresher',
  'bothealth',
  'iam',
  // Talk.
  'help',
  'howto',
  'cando',
  'mayi',
  'greeting',
  'thanks',
  // Not commands.
  'filler',
  'polite',
  'noun',
  'product',
  'conj',
  'risk',
  'pronoun',
  'link-word',
  'legal',
  'offtopic',
  'common',
  'ordinary',
  'person',
  'alien',
  'plural',
  'singular',
  'aux',
] as const;

export type Concept = (typeof CONCEPTS)[number];

/** Words and phrases by concept, separated by commas; `period:today` gives the value that the words stand for. */
export type Lexicon = Readonly<Partial<Record<Concept | `${Concept}:${string}`, string>>>;

/** Throws on a concept that does not exist: frames and lexicons are read when the module is loaded. */
export function toConcept(name: string): Concept {
  const found = CONCEPTS.find((concept) => concept === name);
  if (!found) throw new Error(`There is no concept "${name}".`);
  return found;
}
