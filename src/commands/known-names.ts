/** The names the bot knows when it runs. Asked a few times per word, so `has` must not scan. */
export interface KnownNames {
  /** Whether a customer, an account or a learned name is called exactly this, case and punctuation aside. */
  has(name: string): boolean;
}
