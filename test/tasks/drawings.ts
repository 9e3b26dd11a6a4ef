import type { Drawings } from '../../src/reconcile/reconcile';

/** What is told, in one plain word each; a test that looks at one of them brings its own. */
export function plainDrawings(own: Partial<Drawings> = {}): Drawings {
  return {
    account: ({ record }) => ({ text: `account v${record.version}`, summary: 'account' }),
    board: () => ({ text: 'board', summary: 'board' }),
    movedBoard: () => ({ text: 'moved', summary: 'moved' }),
    watch: () => ({ text: 'watch', summary: 'watch' }),
    invitation: () => ({ text: 'invitation', summary: 'invitation' }),
    ...own,
  };
}
