/** What keeps a question from being answered as it was asked. */
export type FilterProblem =
  | { readonly problem: 'unclear'; readonly words: string }
  /** Neither a country that we know nor a provider of ours. */
  | { readonly problem: 'place'; readonly place: string; readonly providers: readonly string[] }
  /** Said to be one of our providers, and none of them, or several. */
  | { readonly problem: 'provider'; readonly words: string; readonly providers: readonly string[] }
  /** No company of that name is in the list, or nobody can say which one is meant. */
  | { readonly problem: 'company'; readonly name: string }
  /** Nobody of that name has decided anything; `known` have. */
  | { readonly problem: 'nobody'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'several'; readonly name: string; readonly known: readonly string[] };
