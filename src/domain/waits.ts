/** What waits for one person: open accounts for anybody's decision, and the companies whose answer that person waits for. */
export interface Waits {
  readonly open: number;
  readonly watching: readonly string[];
}
