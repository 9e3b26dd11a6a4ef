/** A person at a terminal. Whatever they answer can be taken back by running the guide again. */
export interface Ask {
  /** Prints lines; the guide never prints a secret. */
  readonly say: (text: string) => void;
  /** `check` gives what is wrong with the answer, or undefined. */
  readonly text: (question: {
    readonly message: string;
    readonly present?: string;
    readonly check: (answer: string) => string | undefined;
  }) => Promise<string>;
  /** Not shown while it is typed; empty keeps what is there. */
  readonly secret: (question: {
    readonly message: string;
    readonly check: (answer: string) => string | undefined;
  }) => Promise<string>;
  readonly choose: <const T extends string>(question: {
    readonly message: string;
    readonly choices: readonly { readonly value: T; readonly name: string }[];
    readonly present?: T;
  }) => Promise<T>;
  readonly confirm: (question: { readonly message: string; readonly present: boolean }) => Promise<boolean>;
}
