import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { options } from '../config.js'
import type { BackedUp } from '../store/sqlite/back-up.js'
import { examples } from './examples.js'

interface Flags {
  database: string
  force?: true
  json?: true
}

/** `pollen-server backup`: a copy of the SQLite file while servers use it. */
export const backupCommand = (): Command =>
  command('backup', 'copy a SQLite database to a file, while servers use it').action(
    async (file: string, flags: Flags) => {
      assertFree(file, flags)
      const { backUp } = await import('../store/sqlite/back-up.js')
      tell(backUp(sqlitePath(flags), file), 'is a whole and checked copy', flags)
    },
  )

/** `pollen-server restore`: a backup in place of the database. */
export const restoreCommand = (): Command =>
  command('restore', 'put a backup in the place of a SQLite database that no server uses').action(
    async (file: string, flags: Flags) => {
      const path = sqlitePath(flags)
      assertFree(path, flags)
      const { restore } = await import('../store/sqlite/back-up.js')
      tell(restore(file, path), `is restored to ${path}`, flags)
    },
  )

const command = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'the backup')
    .addOption(options.database())
    .option('--force', 'overwrite what is there')
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples(`${name} pollen-2026-01-31.db --database sqlite:./pollen.db`))

/** @throws One sentence for an operator. */
function sqlitePath({ database }: Flags): string {
  if (database.startsWith('sqlite:')) return database.slice('sqlite:'.length)
  throw new Error('This is for SQLite; PostgreSQL has pg_dump and pg_restore (docs/operations.md).')
}

/** @throws One sentence for an operator. */
function assertFree(path: string, { force }: Flags): void {
  if (!force && existsSync(path)) throw new Error(`${path} is there: --force overwrites it.`)
}

function tell({ file, bytes, migration }: BackedUp, sentence: string, { json }: Flags): void {
  if (json) console.log(JSON.stringify({ file, bytes, migration }))
  else console.log(`${file} ${sentence}: ${(bytes / 1e6).toFixed(1)} MB, tables of ${migration}.`)
}
