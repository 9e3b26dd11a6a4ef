/**
 * Why a customer was proposed for an account, or what speaks against it. Facts only: `views` put them into sentences.
 * `weight` is the share in the score, in log-odds: above zero for `side: 'for'`, below zero for `side: 'against'`.
 */
export type Evidence =
  /** A person once decided that an account of this name (or this very tenant) is this customer. */
  | EvidenceOf<'remembered', { readonly name: string }>
  /** The same tenant is mapped to this customer under another provider. */
  | EvidenceOf<'mapped-under', { readonly customer: string; readonly provider: string }>
  /** The customer has an account under another provider, which is called so. */
  | EvidenceOf<'account-under', { readonly name: string; readonly provider: string }>
  | EvidenceOf<'same-tenant-id', object>
  | EvidenceOf<'same-domain', { readonly domain: string }>
  /** The onmicrosoft label is, or begins with, the label of the customer's website: `contoso` and `contoso.com`. */
  | EvidenceOf<'domain-label', { readonly label: string; readonly website: string }>
  /** The onmicrosoft label is part of the customer's name written as one word, or holds it. */
  | EvidenceOf<'label-in-name', { readonly label: string }>
  /** The account's name, written as one word, is the label of the customer's website, or begins with it. */
  | EvidenceOf<'name-is-website', { readonly website: string }>
  | EvidenceOf<'same-name', object>
  /** The names differ in the legal form alone. An empty string: that side has none. Forms are as people write them: `GmbH`. */
  | EvidenceOf<'same-name-but-legal-form', { readonly account: string; readonly customer: string }>
  /** The words, as written in the normal form, that both names have; the rarest first, at most three. */
  | EvidenceOf<'similar-name', { readonly shared: readonly string[] }>
  /** The names share much of their letters, but hardly a whole word. */
  | EvidenceOf<'similar-spelling', { readonly account: string; readonly customer: string }>
  | EvidenceOf<'acronym', { readonly acronym: string }>
  | EvidenceOf<'abbreviation', { readonly short: string; readonly long: string }>
  | EvidenceOf<'same-country', { readonly country: string }>
  /** The customer's town stands in the account's name. */
  | EvidenceOf<'city-in-name', { readonly city: string }>
  | EvidenceOf<'other-country', { readonly account: string; readonly customer: string }>
  | EvidenceOf<'other-domain', { readonly account: string; readonly customer: string }>
  | EvidenceOf<'other-legal-form', { readonly account: string; readonly customer: string }>
  | EvidenceOf<'other-tenant-id', object>
  /** `on` is the record that lacks the word. */
  | EvidenceOf<'missing-word', { readonly word: string; readonly on: 'account' | 'customer' }>
  | EvidenceOf<'other-name', object>
  /** `count` customers have this domain. */
  | EvidenceOf<'shared-domain', { readonly domain: string; readonly count: number }>
  /** `count` further customers fit about as well. */
  | EvidenceOf<'near-rivals', { readonly count: number }>
  /** `count` other accounts of this provider are mapped to this customer. */
  | EvidenceOf<'already-mapped', { readonly count: number }>;

export type EvidenceCode = Evidence['code'];

type EvidenceOf<Code extends string, Data> = {
  readonly code: Code;
  readonly side: 'for' | 'against';
  readonly weight: number;
} & Data;
