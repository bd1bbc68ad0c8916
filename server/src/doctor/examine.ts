import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { connect } from '../store/open-database.js'
import { listPrograms } from '../store/programs.js'
import { checkAccounts } from './check-accounts.js'
import { checkDatabase, checkDatabaseClock, isMissingFile, unreachable } from './check-database.js'
import { checkDisk } from './check-disk.js'
import { checkMail, type MailSettings } from './check-mail.js'
import { checkPublicUrl, checkWebsites } from './check-public-url.js'
import { checkWebhooks } from './check-webhooks.js'
import { type Finding, fail, ok, warn } from './finding.js'

/** How the server is started. */
export interface Installation extends MailSettings {
  database: string
  /** Where browsers reach it; not looked at where it is not said. */
  publicUrl: string | undefined
}

/** Looks at all that an installation needs, and changes nothing. */
export async function examine(installation: Installation): Promise<Finding[]> {
  const { database } = installation
  const isSqlite = database.startsWith('sqlite:')
  if (isMissingFile(database)) {
    const file = database.slice('sqlite:'.length)
    return [
      fail(
        'database',
        `There is no file ${file}.`,
        'Name the one that the server uses by --database, or make it: pollen-server program create …',
      ),
    ]
  }
  const db = await connected(database)
  if (db instanceof Error) return [unreachable(db)]
  try {
    const ofDatabase = await checkDatabase(db)
    const ofPlace = isSqlite ? [await checkDisk(database)] : []
    if (ofDatabase.some(({ state }) => state === 'fail')) return [...ofDatabase, ...ofPlace]
    const clock = isSqlite ? [] : [await checkDatabaseClock(db)]
    return [...ofDatabase, ...ofPlace, ...clock, ...(await examineContents(db, installation))]
  } finally {
    await db.destroy()
  }
}

/** What is no database at all cannot even be connected to. */
async function connected(database: string): Promise<Kysely<Database> | Error> {
  try {
    return await connect(database, false)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function examineContents(
  db: Kysely<Database>,
  { publicUrl, ...mail }: Installation,
): Promise<Finding[]> {
  const programs = await listPrograms(db)
  const now = Date.now()
  return [
    ...(publicUrl === undefined
      ? [
          warn(
            'public URL',
            'It was not looked at.',
            'Say where browsers reach the server: --public-url https://pollen.example',
          ),
        ]
      : await checkPublicUrl(publicUrl, programs)),
    programs.length > 0
      ? ok('programs', programs.length === 1 ? 'There is one.' : `There are ${programs.length}.`)
      : warn('programs', 'There is none.', 'Make one: pollen-server program create …'),
    ...(await checkWebsites(programs)),
    await checkAccounts(db),
    ...(await checkWebhooks(db, programs, now)),
    ...(await checkMail(db, mail, now)),
  ]
}
