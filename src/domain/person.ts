/** Somebody in Teams. `id` is the Entra object id, which stays when the name or the mail address changes. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Who made a decision: a person here, or somebody in Work 365 whose decision we found there
 * (`name` is what Work 365 says of them, when it says anything).
 */
export type Actor =
  { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'work365'; readonly name?: string };

export function sameActor(a: Actor, b: Actor): boolean {
  if (a.kind === 'person' && b.kind === 'person') return a.person.id === b.person.id;
  return a.kind === b.kind;
}
