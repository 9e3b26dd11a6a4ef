import { suggestions } from '../commands/did-you-mean';
import type { Understanding } from '../commands/understand';
import { findAccount } from '../records/find-account';
import type { Here } from './here';

type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

const ARTICLE = /^(?:the|an?|die|der|das|den|la|le|les|el|los|de|het) (?=\S)/iu;
/** Who says not to do something is not offered to do it. */
const NOT_TO =
  /(?<!\p{L})(?:do not|don['’]t|dont|never|nicht|nie|ne \p{L}+ (?:pas|plus)|n['’]\p{L}+ (?:pas|plus)|no (?:lo |la )?\p{L}+s|niet|nooit)(?!\p{L})/iu;
const CHANGES: ReadonlySet<string> = new Set([
  'map',
  'unmap',
  'undo',
  'watch',
  'unwatch',
  'invited',
  'uninvite',
  'settings',
]);

/** Lines to type instead of what was not understood, in the language of the answer; only about a name that may be one. */
export function insteadOf({ ports, speech: { language } }: Here, heard: Misunderstood): readonly string[] {
  const [company] = heard.companies ?? [];
  const name = company === undefined ? undefined : nameIn(company);
  const near = NOT_TO.test(heard.text) ? heard.near.filter((intent) => !CHANGES.has(intent)) : heard.near;
  const asHeard = language === heard.language && near.length === heard.near.length;
  if (asHeard && (company === undefined || name === company)) return heard.nearest;
  return suggestions(near, language, name);

  /** A name of ours or near one, or written like one: a word of the question is none. */
  function nameIn(typed: string): string | undefined {
    const bare = typed.replace(ARTICLE, '');
    const found = findAccount(ports.register, bare);
    if (found.found !== 'none' || found.near.length > 0) return bare;
    return /^\p{Lu}\S* \p{Lu}/u.test(typed) ? typed : undefined;
  }
}
