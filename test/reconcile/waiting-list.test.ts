import { createWaitingList } from '../../src/reconcile/waiting-list';

const always = (): boolean => true;

function taken(list: ReturnType<typeof createWaitingList>, hasRoom: (lane: string) => boolean = always): string[] {
  const ids: string[] = [];
  for (let id = list.take(hasRoom); id !== undefined; id = list.take(hasRoom)) ids.push(id);
  return ids;
}

describe('a waiting list', () => {
  it('gives back what came first for a lane that has room', () => {
    const list = createWaitingList();
    for (const id of ['1', '2', '3']) list.put('full', id);
    list.put('open', '4');

    expect(list.take((lane) => lane === 'open')).toBe('4');
    expect(list.take((lane) => lane === 'open')).toBeUndefined();
    expect(taken(list)).toEqual(['1', '2', '3']);
    expect(list.isEmpty()).toBe(true);
  });

  it('lets lanes take turns', () => {
    const list = createWaitingList();
    for (const id of ['a1', 'a2', 'a3']) list.put('a', id);
    for (const id of ['b1', 'b2']) list.put('b', id);

    expect(taken(list)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('keeps what waits already once, in its place', () => {
    const list = createWaitingList({ lane: 2, all: 2 });

    expect(['1', '2', '1'].map((id) => list.put('a', id))).toEqual([true, true, true]);
    expect(taken(list)).toEqual(['1', '2']);
  });

  it('turns away whoever comes after one that was turned away, until all come once more', () => {
    const list = createWaitingList({ lane: 2, all: 9 });
    expect(['1', '2', '3'].map((id) => list.put('a', id))).toEqual([true, true, false]);
    list.take(always);

    expect(list.put('a', '4')).toBe(false);
    expect(list.put('b', '5')).toBe(true);
    list.reopen();
    expect(['2', '3', '4'].map((id) => list.put('a', id))).toEqual([true, true, false]);
    expect(taken(list)).toEqual(['2', '5', '3']);
  });

  it('has so many places in all', () => {
    const list = createWaitingList({ lane: 9, all: 2 });

    expect(['a', 'b', 'c'].map((lane) => list.put(lane, lane))).toEqual([true, true, false]);
  });
});
