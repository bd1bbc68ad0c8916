import { expect, it } from 'vitest'
import { tablesWithoutProgram } from '../helpers/tables-without-program.js'

const tables = new Set(['partner', 'click'])

it.each([
  ['select * from "partner" where "program_id" = ? and "key" = ?', []],
  ['select "program_id" from "partner" where "key" = ?', ['partner']],
  ['select * from "partner" order by "program_id"', ['partner']],
  ["select * from partner where name = 'program_id = 1'", ['partner']],
  ['update "partner" set "name" = ? where "program_id" = ? and "uid" = ?', []],
  ['delete from "click" where "received_at" < ?', ['click']],
  ['insert into "click" ("program_id", "id") values (?, ?), (?, ?)', []],
  ['insert into "click" ("id") values (?) on conflict ("program_id", "id") do nothing', ['click']],
  ['select * from "click" as "c" where "c"."program_id" = ?', []],
  ['select * from "click" where ("program_id", "id") in ((?, ?))', []],
  [
    'select * from "click" as "c" join "partner" as "p" on "p"."uid" = "c"."referrer_uid" where "c"."program_id" = ?',
    ['partner'],
  ],
  ['select (select count(*) from "click") from "partner" where "program_id" = ?', ['click']],
  [
    'select * from "click" where "program_id" = ? union all select * from "partner" where "key" = ?',
    ['partner'],
  ],
  ['select * from "kysely_migration"', []],
])('%s does not say the program of %j', (sql, expected) => {
  expect(tablesWithoutProgram(sql, tables)).toEqual(expected)
})
