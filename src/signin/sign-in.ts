import { createHash } from 'node:crypto';
import type { SignInRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import type { Trouble } from '../domain/source';
import { DAY, MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { changeDocument } from '../records/change-document';
import type { Renewal } from '../runtime/entra-renewal';
import type { Secret } from '../runtime/secret';
import type { Store } from '../store';
import type { OnShelf, TokenShelf } from './shelf';

/** A newer one is fetched so often, whether anybody asks or not. */
export const RENEW_SIGN_IN_EVERY = DAY;
/** How long a replica goes by what it last read. */
const READ_EVERY = 10 * MINUTE;

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'log' | 'partnerId'>;

export interface SignInSettings {
  readonly providerId: string;
  /** What the settings hold: where everything begins. */
  readonly seed: Secret;
  readonly shelf: TokenShelf;
  readonly renew: (token: Secret) => Promise<Renewal>;
}

export interface SignIn {
  /** The newest token that is known: for whoever makes calls, at every replica. */
  newest(again: boolean): Promise<Secret | undefined>;
  /** Fetches a newer one when it is time, and keeps it: for one replica at a time. */
  keep(): Promise<void>;
}

/** Tells tokens of the settings apart without holding them. */
function markOf(seed: Secret): string {
  return createHash('sha256').update(seed.reveal()).digest('base64url').slice(0, 16);
}

interface Newest {
  readonly record: SignInRecord | undefined;
  /** What the settings hold was not taken over yet. */
  readonly isNew: boolean;
  readonly found: OnShelf;
}

/** A token that came into the settings since the last one was taken over goes before what is kept. */
export async function findNewest(
  store: Pick<Store, 'read'>,
  { providerId, seed, shelf }: Omit<SignInSettings, 'renew'>,
): Promise<Newest> {
  const record = (await store.read('signin', documentId('signin', providerId)))?.document;
  const isNew = record?.taken.includes(markOf(seed)) !== true;
  if (isNew) return { record, isNew, found: { ok: true, token: seed } };
  const found = await shelf.read(record);
  return { record, isNew, found: found.ok ? { ok: true, token: found.token ?? seed } : found };
}

/** Keeps a person's consent alive: one replica renews, all read. */
export function createSignIn(deps: Deps, settings: SignInSettings): SignIn {
  const { providerId, seed, shelf, renew } = settings;
  const { store, clock, log } = deps;
  const id = documentId('signin', providerId);
  const mark = markOf(seed);
  let known: { readonly token: Secret | undefined; readonly at: Instant } | undefined;

  async function note(change: (record: SignInRecord) => SignInRecord): Promise<void> {
    const changed = await changeDocument(deps, 'signin', id, (record) => ({
      document: change(record),
      result: record.trouble,
    }));
    if (changed.changed !== 'not-there') {
      if (changed.changed === 'saved') logTurn(changed.result, changed.document.trouble);
      return;
    }
    const document = change({ kind: 'signin', id, partnerId: deps.partnerId, format: 1, providerId, taken: [] });
    const inserted = await store.write({ write: 'insert', document });
    if (inserted.outcome !== 'saved') return;
    deps.register.apply(document);
    logTurn(undefined, document.trouble);
  }

  function logTurn(before: Trouble | undefined, now: Trouble | undefined): void {
    if (before === undefined && now !== undefined) {
      const { kind, detail, remedy } = now;
      log.warn(
        { trouble: kind, detail, remedy },
        'The sign-in for Partner Center could not be renewed; it is tried again',
      );
    }
    if (before !== undefined && now === undefined) log.warn({}, 'The sign-in for Partner Center is renewed again');
  }

  const troubled = (trouble: Trouble): Promise<void> =>
    note((record) => ({ ...record, trouble, troubleSince: record.troubleSince ?? clock.now() }));

  return {
    async newest(again) {
      const now = clock.now();
      if (known !== undefined && !again && Math.abs(now - known.at) < READ_EVERY) return known.token;
      const { found } = await findNewest(store, settings);
      known = { token: found.ok ? found.token : (known?.token ?? seed), at: now };
      return known.token;
    },
    async keep() {
      const { record, isNew, found } = await findNewest(store, settings);
      if (!isNew && !isDue(record, clock.now())) return;
      if (!found.ok) return troubled(found.trouble);
      const renewed = await renew(found.token ?? seed);
      if (!renewed.ok) return troubled(renewed.trouble);
      const kept = await shelf.keep(renewed.token, id);
      if (!kept.ok) return troubled(kept.trouble);
      known = { token: renewed.token, at: clock.now() };
      const { person } = renewed;
      await note(({ trouble: _over, troubleSince: _since, sealed: _old, ...rest }) => ({
        ...rest,
        ...kept.part,
        taken: isNew ? [...rest.taken, mark].slice(-TAKEN_KEPT) : rest.taken,
        renewedAt: clock.now(),
        ...(person.id === '' ? {} : { person }),
      }));
    },
  };
}

/** More sign-ins than anybody makes while an old replica is still running. */
const TAKEN_KEPT = 20;

function isDue(record: SignInRecord | undefined, now: Instant): boolean {
  const { trouble, renewedAt } = record ?? {};
  return trouble !== undefined || renewedAt === undefined || Math.abs(now - renewedAt) >= RENEW_SIGN_IN_EVERY;
}
