import type { Document } from '../domain/documents';
import type { InvitationRecord } from '../domain/invitation';
import { isOpen } from '../domain/invitation';
import { NameIndex } from '../matching/name-index';

/** Invitations that are named by what somebody typed. */
export interface InvitationsNamed {
  /** Surely of this company: one for each provider that it was invited for. */
  readonly sure: readonly InvitationRecord[];
  /** May be meant. */
  readonly near: readonly InvitationRecord[];
}

/** The invitations that are open, and those that ended a short while ago, by the companies' names. */
export class InvitationMemory {
  private readonly known = new Map<string, InvitationRecord>();
  private readonly names = new NameIndex();

  apply(invitation: Document): void {
    if (invitation.kind !== 'invitation') return;
    const { id, company } = invitation;
    const before = this.known.get(id);
    this.known.set(id, invitation);
    if (!isOpen(invitation)) this.names.remove(id);
    else if (before === undefined || !isOpen(before) || before.company !== company)
      this.names.put({
        id,
        names: [company],
        ...(/^[\w-]+(?:\.[\w-]+)+$/u.test(company) ? { domains: [company] } : {}),
      });
  }

  get(id: string): InvitationRecord | undefined {
    return this.known.get(id);
  }

  all(): IterableIterator<InvitationRecord> {
    return this.known.values();
  }

  open(): InvitationRecord[] {
    return [...this.known.values()].filter(isOpen);
  }

  /** The open ones that a name leads to. */
  named(query: string): InvitationsNamed {
    if (this.names.size === 0) return { sure: [], near: [] };
    const found = this.names.resolve(query);
    const of = (matches: readonly { readonly id: string }[]): InvitationRecord[] =>
      matches.flatMap(({ id }) => this.known.get(id) ?? []);
    switch (found.kind) {
      case 'one':
        return { sure: of([found.match]), near: [] };
      case 'several': {
        const isWhole = found.matches.every(({ exactness }) => exactness === 'exact' || exactness === 'id');
        return isWhole ? { sure: of(found.matches), near: [] } : { sure: [], near: of(found.matches) };
      }
      case 'assumed':
        return { sure: [], near: of([found.match]) };
      case 'probably':
        return { sure: [], near: of([found.match, ...found.others]) };
      case 'none':
        return { sure: [], near: [] };
    }
  }
}
