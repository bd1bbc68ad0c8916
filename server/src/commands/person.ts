import { Command, InvalidArgumentError } from 'commander'
import type { Kysely } from 'kysely'
import { options } from '../config.js'
import { erasePerson } from '../domain/people/erase-person.js'
import { exportPerson } from '../domain/people/export-person.js'
import { isEmail } from '../domain/people/is-email.js'
import type { Database, ProgramRow } from '../store/database.js'
import { inTransaction } from '../store/in-transaction.js'
import { listPrograms } from '../store/programs.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  program?: string
  json?: true
}

/** `pollen-server person …`: answers people who ask what is stored of them, or that it be deleted. */
export const personCommand = (): Command =>
  new Command('person')
    .description('show or erase all that is stored of a person')
    .addCommand(exportCommand())
    .addCommand(eraseCommand())

const exportCommand = () =>
  new Command('export')
    .description('print all that is stored of a person, as JSON')
    .argument('<email>', 'of the person', email)
    .option('--program <public_id>', 'of this program alone (default: of all)')
    .addOption(options.database())
    .option('--json', 'as without it: there is nothing but JSON')
    .addHelpText('after', examples('person export jane@example.com > jane.json'))
    .action(async (email: string, flags: Flags) => {
      const files = await usingDatabase(flags.database, async (db) => {
        const found = []
        for (const program of await programs(db, flags)) {
          found.push((await exportPerson(db, program, email)) ?? [])
        }
        return found.flat()
      })
      console.log(JSON.stringify({ email, programs: files }, undefined, 2))
    })

const eraseCommand = () =>
  new Command('erase')
    .description('erase a person; what they bought and earned stays in the books without a name')
    .argument('<email>', 'of the person', email)
    .option('--program <public_id>', 'from this program alone (default: from all)')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('person erase jane@example.com'))
    .action(async (email: string, flags: Flags) => {
      const erased = await usingDatabase(flags.database, async (db) => {
        const found = []
        for (const program of await programs(db, flags)) {
          const { program_id: public_id, name } = program
          const roles = await inTransaction(db, (trx) =>
            erasePerson(trx, program, email, Date.now()),
          )
          found.push({ public_id, name, roles })
        }
        return found
      })
      const told = { email, programs: erased }
      console.log(flags.json ? JSON.stringify(told, undefined, 2) : erased.map(line).join('\n'))
    })

const line = ({ public_id, name, roles }: { public_id: string; name: string; roles: string[] }) => {
  const was = roles.length > 0 ? `was a ${roles.join(' and a ')}` : 'was neither'
  return `${public_id}  ${name}: ${was}; nothing is left.`
}

const programs = async (db: Kysely<Database>, { program }: Flags): Promise<ProgramRow[]> =>
  program === undefined ? listPrograms(db) : [await programNamed(db, program)]

function email(value: string): string {
  if (isEmail(value)) return value
  throw new InvalidArgumentError('It is an e-mail address, such as jane@example.com.')
}
