import { withoutFormula } from '../../domain/formula';

/** A value of a table: text, a number, a moment, or nothing. */
export type ExportCell = string | number | Date | undefined;

export interface Column<Line> {
  readonly title: string;
  /** For the documentation: what stands in it. */
  readonly holds: string;
  readonly cell: (line: Line) => ExportCell;
}

export interface Table {
  readonly name: string;
  readonly titles: readonly string[];
  /** Made one by one, so that a long table need not be there at once. */
  readonly rows: Iterable<readonly ExportCell[]>;
}

export function tableOf<Line>(name: string, columns: readonly Column<Line>[], lines: Iterable<Line>): Table {
  return {
    name,
    titles: columns.map(({ title }) => title),
    rows: {
      *[Symbol.iterator]() {
        for (const line of lines) yield columns.map(({ cell }) => plainCell(cell(line)));
      },
    },
  };
}

export function plainCell(cell: ExportCell): ExportCell {
  return typeof cell === 'string' ? withoutFormula(cell) : cell;
}
