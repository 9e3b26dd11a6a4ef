/** What is wrong with a value, and what to put instead. */
export interface Complaint {
  readonly problem: string;
  readonly remedy: string;
}

const KEY_VAULT: Complaint = {
  problem: 'still holds a reference to Key Vault that nobody resolved',
  remedy:
    'give the identity of the app the role "Key Vault Secrets User", and check the names of vault and secret; ' +
    'the portal shows the state of each reference under Environment variables',
};

const UNFILLED: Complaint = {
  problem: 'still holds a placeholder of the toolkit',
  remedy: 'run the toolkit step that fills it in, or write the value yourself',
};

const UNRESOLVED: Complaint = {
  problem: 'still holds the name of another variable',
  remedy: 'write the value itself: the program that started the bot did not fill it in',
};

const EXAMPLE: Complaint = {
  problem: 'still holds an example',
  remedy: 'write your own value, or leave the setting empty for its default',
};

const HALF_QUOTED: Complaint = {
  problem: 'begins or ends with a quotation mark',
  remedy: 'write the value without quotation marks',
};

const LEFTOVERS: readonly (readonly [RegExp, Complaint])[] = [
  [/@Microsoft\.(KeyVault|AppConfiguration)\(/i, KEY_VAULT],
  [/\$\{\{|\{\{.*\}\}/s, UNFILLED],
  [/^(\$\{\w+\}|\$\(\w+\)|%[A-Z_]\w*%|\$[A-Z_][A-Z0-9_]*)$/, UNRESOLVED],
  [/^<.*>$|\/<[^<>]*>|^\[[a-z][a-z _-]*\]$/is, EXAMPLE],
  [
    /^(change|replace|fill)[-_ ]?(me|this|in|it)\b|^(todo|tbd|placeholder|null|undefined|x{3,}|\*{3,}|\.{3}|…)$/i,
    EXAMPLE,
  ],
  [/^(your|my|insert|enter|paste)[-_ ].*(here|id|secret|key|tenant|token|password|url|name|value)$/i, EXAMPLE],
  [/^0{8}-0{4}-0{4}-0{4}-0{12}$/, EXAMPLE],
  [/^["'“”„‘’]|["“”„‘’]$/, HALF_QUOTED],
];

/** Whether a value is no value: what a template, another tool or a careless hand left in its place. */
export function leftoverIn(text: string): Complaint | undefined {
  return LEFTOVERS.find(([pattern]) => pattern.test(text))?.[1];
}

const INVISIBLE = /^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/g;

/** Without what nobody sees at its ends, and without the quotation marks that some ways of reading an env file leave. */
export function bared(raw: string): string {
  const text = raw.replaceAll(INVISIBLE, '');
  const inner = /^(["'])(.*)\1$/s.exec(text)?.[2] ?? /^[“„‘](.*)[”“’]$/s.exec(text)?.[1];
  return inner === undefined ? text : inner.replaceAll(INVISIBLE, '');
}
