import { FACT_COLUMNS, type Fact, factsOf } from './facts.js'

const EVENTS = { insert: ['new'], update: ['new', 'old'], delete: ['old'] } as const

/** What notes a table's changes, row by row. */
export const figureTriggers = (fact: Fact): string[] =>
  (fact.events ?? (['insert', 'update', 'delete'] as const)).map((event) => {
    const rows = EVENTS[event]
    const on = event === 'update' ? `update of ${fact.columns.join(', ')}` : event
    const last = `select max(id) from figure_change where program_id = ${rows[0]}.program_id`
    const source = rows.map((row) => select(fact, row)).join(' union all ')
    return `
      create trigger note_${fact.table}_${event} after ${on} on "${fact.table}" begin
        insert into figure_change (id, ${FACT_COLUMNS})
        select coalesce((${last}), 0) + row_number() over (), ${FACT_COLUMNS}
        from (${factsOf(fact, `(${source})`)}) as facts;
      end`
  })

const select = ({ columns }: Fact, row: 'new' | 'old') =>
  `select ${row === 'new' ? 1 : -1} as sign, ${columns.map((name) => `${row}.${name} as ${name}`).join(', ')}`
