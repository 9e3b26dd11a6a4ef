import { guidIn } from '../domain/one-form';
import { unwrapped } from '../domain/unwrapped-link';
import { ownDomain, tenantDomain } from './domains';

/** What in a text points to a company, whoever may bear the name. Each once, in the order of the text. */
export interface Traces {
  readonly links: readonly string[];
  readonly tenantIds: readonly string[];
  /** Of mail addresses and websites; hosts that say nothing about who somebody is are left out. */
  readonly domains: readonly string[];
  /** Names that say by their legal form that they are a company's. */
  readonly names: readonly string[];
}

/** Older pages of Dynamics write ids in curly brackets. */
const LINK = /\bhttps?:\/\/[^\s<>"'`|\\^]{1,1500}/gi;
const GUID = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi;
const HOST = /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62})\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}_-])/gu;
/** The forms that are no words besides; the word before them is the last of the name. */
const FORMED =
  /(?<![\p{L}\p{N}])((?:[\p{Lu}\p{N}][\p{L}\p{N}&'’.-]{0,30}\s+(?:(?:&|and|und|et|y|en|de|of)\s+)?){1,5}(?:GmbH(?: & Co\. KG)?|AG|KG|UG|SE|Ltd|Limited|LLC|LLP|Inc|plc|PLC|B\.?V|N\.?V|S\.?A|S\.?L|SARL|SAS|S\.?r\.?l|S\.?p\.?A|Pty Ltd|AB|ApS|Oy|AS)\b\.?)/gu;

/** Words that stand in front of a name at the beginning of a sentence, with a capital as if they belonged to it. */
const BEFORE =
  /^(?:(?:is|are|was|has|have|had|can|could|will|would|does|did|do|who|what|when|where|why|how|hi|hello|dear|the|and|also|please|from|to|re|fw|ist|sind|hat|haben|kann|können|wer|wann|hallo|liebe|die|der|das|und|auch|bitte|von|an|est|sont|qui|quand|bonjour|le|la|les|et|aussi|pour|es|son|ha|han|quién|cuándo|hola|el|los|y|también|para|heeft|hebben|kan|wie|wanneer|dag|de|het|en|ook|graag|van|aan)\s+)+(?=\S+\s)/iu;

const MOST = 12;

export function tracesIn(text: string): Traces {
  const links = distinct((text.match(LINK) ?? []).map((link) => unwrapped(withoutEnd(link))));
  const bare = text.replace(LINK, ' ');
  return {
    links,
    tenantIds: distinct(([bare, ...links.map(decoded)].join(' ').match(GUID) ?? []).map((id) => guidIn(id) ?? '')),
    domains: distinct([...links, ...(bare.match(HOST) ?? [])].map(domainIn)),
    names: distinct([...bare.matchAll(FORMED)].map(([, name = '']) => name.trim().replace(BEFORE, ''))),
  };
}

/** A tenant's initial domain names it, too. */
function domainIn(host: string): string {
  return (ownDomain(host) ?? tenantDomain(host))?.domain ?? '';
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** What stands behind a link in its sentence is none of it; a bracket belongs to it where it was opened within. */
function withoutEnd(link: string): string {
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    const opening = OPENING[last];
    const kept = link.slice(0, end);
    const isOfSentence =
      opening === undefined ? '.,;:!?*_~”»'.includes(last) : countOf(last, kept) > countOf(opening, kept);
    if (!isOfSentence) break;
  }
  return link.slice(0, end);
}

function countOf(letter: string, text: string): number {
  return text.split(letter).length - 1;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

function distinct(all: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((one) => one !== '').slice(0, MOST);
}
