import { FACT_COLUMNS, type Fact, factsOf } from './facts.js'

const EVENTS = { insert: ['new'], update: ['new', 'old'], delete: ['old'] } as const

/** What notes a table's changes: once per statement, however many rows it changes. */
export const figureTriggers = (fact: Fact): string[] =>
  (fact.events ?? (['insert', 'update', 'delete'] as const)).flatMap((event) => {
    const name = `note_${fact.table}_${event}`
    const [rows, source] = [EVENTS[event], EVENTS[event].map((row) => select(fact, row))]
    return [
      `create function ${name}() returns trigger language plpgsql as $$
      begin
        insert into figure_change (${FACT_COLUMNS})
        ${factsOf(fact, `(${source.join(' union all ')})`)};
        return null;
      end $$`,
      `create trigger ${name} after ${event} on "${fact.table}"
      referencing ${rows.map((row) => `${row} table as ${row}_rows`).join(' ')}
      for each statement execute function ${name}()`,
    ]
  })

const select = ({ columns }: Fact, row: 'new' | 'old') =>
  `select ${row === 'new' ? 1 : -1} as sign, ${columns.join(', ')} from ${row}_rows`
