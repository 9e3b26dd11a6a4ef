/** Measured: what the program itself takes, an account and a customer, in bytes of heap after collection. */
const PROGRAM = 130 * 2 ** 20;
const ACCOUNT = 1_500;
const CUSTOMER = 1_000;
/** So much more is needed for what is made and thrown away. */
const ROOM = 1.6;

export const HEAP_REMEDY =
  'Give the process a larger heap, NODE_OPTIONS=--max-old-space-size=MEGABYTES, on a plan with memory for it: see docs/operate.md.';

/** Where the heap of this process is too small for what it has to remember, how large it is and should be, in megabytes. */
export function lackingHeap(
  known: { readonly accounts: number; readonly customers: number },
  limitBytes: number,
): { readonly limitMb: number; readonly neededMb: number } | undefined {
  const needed = ROOM * (PROGRAM + known.accounts * ACCOUNT + known.customers * CUSTOMER);
  if (limitBytes >= needed) return undefined;
  return { limitMb: Math.floor(limitBytes / 2 ** 20), neededMb: Math.ceil(needed / 2 ** 20) };
}
