import type { DocumentOf } from '../domain/documents';
import type { AccountRecord } from '../domain/account';
import { forgotten, isForgotten, mentions, withoutPerson } from '../domain/forget';
import type { KeptOfPerson } from '../domain/forget';
import type { Person } from '../domain/person';
import { settledInvitation } from '../domain/invitation';
import { raised } from '../domain/settle';
import type { Instant } from '../domain/time';
import { changeDocument } from '../records/change-document';
import { everyDocument } from '../records/every-document';
import type { Change } from '../records/change-document';
import { inSlices } from '../matching/slices';
import type { Ports } from '../ports';

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'ids'>;
type Mentioning =
  'account' | 'archive' | 'watch' | 'invitation' | 'conversation' | 'team' | 'lending' | 'talk' | 'signin';

/** Long enough that every replica has read in the change tail that it is gone. */
const GONE_AFTER_S = 3_600;

const NOTHING: Readonly<Record<Mentioning, number>> = {
  account: 0,
  archive: 0,
  watch: 0,
  invitation: 0,
  conversation: 0,
  team: 0,
  lending: 0,
  talk: 0,
  signin: 0,
};

/** Counts what is kept of a person. `accounts`: those in memory, for whoever has all of them there; reading them costs most. */
export async function keptOfPerson(
  deps: Deps,
  personId: string,
  accounts?: Iterable<AccountRecord>,
): Promise<KeptOfPerson> {
  const counts: Record<Mentioning, number> = { ...NOTHING };
  for (const kind of kinds()) {
    const count = (document: object): void => {
      if (mentions(document, personId)) counts[kind] += 1;
    };
    await inSlices<object>(
      kind === 'account' && accounts !== undefined ? accounts : everyDocument(deps.store, kind),
      count,
    );
  }
  return named(counts);
}

/**
 * Puts a stand-in without a name in the place of a person, everywhere. Decisions stay, since they are the audit; what
 * served only the person (watches, the chat with them) goes. Cards that show the name are redrawn by themselves. It may
 * be run again at any time, beside running replicas.
 */
export async function forgetPerson(deps: Deps, personId: string): Promise<KeptOfPerson> {
  const instead = forgotten(deps.ids.next());
  const counts: Record<Mentioning, number> = { ...NOTHING };
  for (const kind of kinds()) {
    for await (const document of everyDocument(deps.store, kind)) {
      if (!mentions(document, personId)) continue;
      if (await forgetIn(deps, kind, document, personId, instead)) counts[kind] += 1;
    }
  }
  await deps.store.shelf?.throwAway();
  return named(counts);
}

function kinds(): readonly Mentioning[] {
  return ['account', 'archive', 'watch', 'invitation', 'conversation', 'team', 'lending', 'talk', 'signin'];
}

async function forgetIn<K extends Mentioning>(
  deps: Deps,
  kind: K,
  { id }: DocumentOf[K],
  personId: string,
  instead: Person,
): Promise<boolean> {
  const changed = await changeDocument(deps, kind, id, (document): Change<DocumentOf[K], undefined> => {
    const without = withoutPerson(document, personId, instead);
    if (without === document) return { result: undefined };
    return { document: AFTERWARDS[kind](without, deps.clock.now()), result: undefined };
  });
  return changed.changed === 'saved';
}

/** What follows for a document from which somebody was taken. */
const AFTERWARDS: { readonly [K in Mentioning]: (document: DocumentOf[K], now: Instant) => DocumentOf[K] } = {
  account: raised,
  archive: (page) => page,
  watch({ dueAt: _due, owes: _owes, post: _post, ...watch }) {
    return { ...watch, query: '-', asked: [], state: 'stopped', ttl: GONE_AFTER_S };
  },
  // That the company was invited is the partner's; nobody is left to be told of it in that person's chat.
  invitation(invitation, now) {
    const by = invitation.by.map(({ owes, post, ...one }) =>
      isForgotten(one.person)
        ? { ...one, conversationId: '-' }
        : { ...one, ...(owes === undefined ? {} : { owes }), ...(post === undefined ? {} : { post }) },
    );
    return settledInvitation({ ...invitation, by }, now);
  },
  conversation(conversation, now) {
    if (conversation.type !== 'personal') return conversation;
    const { personName: _name, memberId: _member, ...rest } = conversation;
    return { ...rest, state: 'removed', stateReason: 'forgotten', since: now, ttl: GONE_AFTER_S };
  },
  team: (team) => team,
  // Whose hands the accounts are in is of no use once it is nobody's.
  lending: (lending) => {
    const stays = ({ personId }: { readonly personId: string }): boolean => !isForgotten({ id: personId });
    const cards = lending.cards === undefined ? {} : { cards: lending.cards.filter(stays) };
    return { ...lending, lent: lending.lent.filter(stays), ...cards };
  },
  // The consent stays until somebody else signs in; whose it is, nobody needs to know.
  signin: (signIn) => signIn,
  // What was talked about is of use to nobody else.
  talk: (talk, now) => ({ ...talk, memory: { talkedAbout: [], at: now }, ttl: 1 }),
};

function named(counts: Readonly<Record<Mentioning, number>>): KeptOfPerson {
  return {
    accounts: counts.account,
    archives: counts.archive,
    watches: counts.watch,
    invitations: counts.invitation,
    conversations: counts.conversation,
    teams: counts.team,
    reviews: counts.lending,
    talks: counts.talk,
    signIns: counts.signin,
  };
}
