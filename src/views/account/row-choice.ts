import type { DirectoryRow } from '../../domain/account';
import type { AccountPicture } from '../../domain/answers';
import { chosenRow } from '../../domain/row-choice';
import { button } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedAt, happenedOn } from '../words/times';

/** Rows that have a button of their own; a card holds only so many. */
const SHOWN = 3;

/** Several rows of Work 365 for one account, as what they are, while nobody has said which one is meant. */
export function rowChoiceLines({ record }: AccountPicture, speech: Speech): readonly string[] {
  const { rowChoice } = record;
  if (rowChoice === undefined || rowChoice.chosen !== undefined) return [];
  const { rows } = rowChoice;
  return [speech.say('rows.several', { count: rows.length }), ...rows.map((row, at) => rowLine(row, at + 1, speech))];
}

function rowLine({ name, createdAt, customerId, customerName }: DirectoryRow, number: number, speech: Speech): string {
  const customer =
    customerId === undefined
      ? speech.say('rows.to-nobody')
      : speech.say('rows.to', { customer: shortName(customerName ?? customerId) });
  const values = { number, name: shortName(name), customer };
  return createdAt === undefined
    ? speech.say('rows.row-undated', values)
    : speech.say('rows.row', { ...values, date: happenedOn(createdAt, speech) });
}

/** A button for each row that could be chosen instead. */
export function rowButtons({ record }: AccountPicture, speech: Speech): readonly Button[] {
  const { rowChoice, id: accountId } = record;
  if (rowChoice === undefined) return [];
  const seen = rowChoice.chosen?.rowId;
  return rowChoice.rows
    .slice(0, SHOWN)
    .map((row, at) => ({ row, number: at + 1 }))
    .filter(({ row }) => row.rowId !== seen)
    .map(({ row, number }) =>
      button(
        speech.say('rows.use', { number }),
        { verb: 'choose-row', accountId, rowId: row.rowId, ...(seen === undefined ? {} : { seen }) },
        { tooltip: speech.say('rows.use-tooltip', { name: shortName(row.name) }) },
      ),
    );
}

/** Which of several it is, and who said so. */
export function rowFacts({ record }: AccountPicture, speech: Speech): readonly Fact[] {
  const { rowChoice } = record;
  const row = rowChoice === undefined ? undefined : chosenRow(rowChoice);
  if (rowChoice?.chosen === undefined || row === undefined) return [];
  const { by, at } = rowChoice.chosen;
  const values = { name: shortName(row.name), count: rowChoice.rows.length, who: personName(by, speech) };
  return [
    { title: speech.say('fact.row'), value: speech.say('rows.chosen', { ...values, when: happenedAt(at, speech) }) },
  ];
}
