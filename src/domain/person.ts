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

/** Whether somebody may be meant by this: each word begins one of the names, however it is written. */
export function isPersonCalled({ name }: Person, said: string): boolean {
  const names = wordsOf(name);
  const wanted = wordsOf(said);
  return wanted.length > 0 && wanted.every((word) => names.some((one) => one.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
