/** The names the bot knows when it runs. Asked a few times per word, so `has` must not scan. */
export interface KnownNames {
  /** Whether a customer, an account or a learned name is called exactly this, case and punctuation aside. */
  has(name: string): boolean;
  /** Whether a colleague is called this, or by a part of it. */
  isPerson?(name: string): boolean;
  /** What the partner's providers are called. */
  readonly providers?: readonly string[];
}

/** Several readings of one message ask for the same words; each is looked up once. */
class RememberedNames implements KnownNames {
  readonly #asked = new Map<string, boolean>();

  constructor(readonly names: KnownNames) {}

  get providers(): readonly string[] {
    return this.names.providers ?? [];
  }

  isPerson(name: string): boolean {
    return this.names.isPerson?.(name) === true;
  }

  has(name: string): boolean {
    const before = this.#asked.get(name);
    if (before !== undefined) return before;
    const has = this.names.has(name);
    this.#asked.set(name, has);
    return has;
  }
}

/** For one message: remembers what was asked. */
export function remembering(known: KnownNames): KnownNames {
  return known instanceof RememberedNames ? known : new RememberedNames(known);
}
