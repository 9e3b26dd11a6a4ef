import type { ConversationRecord } from '../domain/documents';
import { isPersonCalled } from '../domain/person';
import type { Person } from '../domain/person';
import type { NobodyAsked } from '../domain/request-answer';
import type { Ports } from '../ports';
import { approvedPlaces } from './team-approval';
import { personalChatOf } from './where-to-tell';

/** Whom somebody means: by an id, by a mention in their message, by a mail address or a name. */
export interface ColleagueSaid {
  readonly said: string;
  /** The Entra object id, where a card chose one. */
  readonly id?: string;
  /** Teams' own id, where the message mentions them. */
  readonly memberId?: string;
}

export interface FoundColleague {
  readonly person: Person;
  /** Where they can be asked; absent where the bot has no chat with them. */
  readonly chat?: ConversationRecord;
}

const MOST_NAMED = 5;
const MOST_SHOWN = 8;
/** So many teams are asked for a mail address. */
const TEAMS_ASKED = 8;

/** The colleague who is meant, or why nobody is. */
export async function findColleague(
  ports: Ports,
  wanted: ColleagueSaid,
  here: ConversationRecord,
): Promise<FoundColleague | NobodyAsked> {
  const person = await personMeant(ports, wanted, here);
  if ('nobody' in person) return person;
  const chat = personalChatOf(ports, person.id);
  return { person, ...(chat === undefined ? {} : { chat }) };
}

async function personMeant(
  ports: Ports,
  { said, id, memberId }: ColleagueSaid,
  here: ConversationRecord,
): Promise<Person | NobodyAsked> {
  const known = id === undefined ? undefined : chatsOfPeople(ports).find(({ personId }) => personId === id);
  if (known !== undefined) return personOf(known);
  const by = memberId ?? id ?? (said.includes('@') ? said : undefined);
  if (by !== undefined) return (await inRosters(ports, by, here)) ?? { nobody: 'could-not-look', said };
  return called(ports, said);
}

/** By the members of this conversation, else of the approved teams. */
async function inRosters(ports: Ports, id: string, here: ConversationRecord): Promise<Person | undefined> {
  const places = [here, ...approvedPlaces(ports, here.conversationId).slice(0, TEAMS_ASKED)];
  for (const { serviceUrl, tenantId, conversationId, teamId } of places) {
    const found = await ports.courier.identify({ serviceUrl, tenantId, conversationId: teamId ?? conversationId }, id);
    if (found?.standing === 'member') return { id: found.id, name: found.name ?? id };
  }
  return undefined;
}

/** Of those with whom the bot has, or had, a chat. */
function called(ports: Ports, said: string): Person | NobodyAsked {
  const people = chatsOfPeople(ports).map(personOf);
  const meant = distinct(people.filter((person) => isPersonCalled(person, said)));
  const whole = meant.filter(({ name }) => name.toLowerCase() === said.trim().toLowerCase());
  const [only, another] = whole.length > 0 ? whole : meant;
  if (only === undefined) return { nobody: 'unknown', said };
  return another === undefined ? only : { nobody: 'several', said, people: meant.slice(0, MOST_NAMED) };
}

function chatsOfPeople({ register }: Pick<Ports, 'register'>): readonly ConversationRecord[] {
  return [...register.allConversations()].filter((c) => c.type === 'personal' && c.personId !== undefined);
}

/** Those with whom the bot may speak alone, without one of them, by name. */
export function colleaguesOf(ports: Pick<Ports, 'register'>, butId: string): readonly Person[] {
  const people = chatsOfPeople(ports).filter(({ state }) => state === 'active');
  return distinct(people.map(personOf))
    .filter(({ id, name }) => id !== butId && name !== '')
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN);
}

/** Whether somebody with whom the bot has a chat is called that. */
export function isColleague(ports: Pick<Ports, 'register'>, said: string): boolean {
  return chatsOfPeople(ports).some((chat) => isPersonCalled(personOf(chat), said));
}

function personOf({ personId = '', personName = '' }: ConversationRecord): Person {
  return { id: personId, name: personName };
}

function distinct(people: readonly Person[]): readonly Person[] {
  return people.filter(({ id }, at) => people.findIndex((other) => other.id === id) === at);
}
