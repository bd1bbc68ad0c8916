import { CompiledQuery, type Dialect } from 'kysely'

/** The number that Kysely locks by: versions that leave it to Kysely wait for us, and we for them. */
const MIGRATION_LOCK = '3853314791062309107'

/**
 * A dialect whose transactions come one after the other, on however many nodes: for migrations. Kysely's
 * own lock belongs to the session, which a pooler gives to somebody else before it is released; this one
 * ends with its transaction.
 */
export const lockWhileMigrating = (dialect: Dialect): Dialect => ({
  createAdapter: () =>
    Object.assign(dialect.createAdapter(), {
      acquireMigrationLock: async () => {},
      releaseMigrationLock: async () => {},
    }),
  createDriver: () => {
    const driver = dialect.createDriver()
    const begin = driver.beginTransaction.bind(driver)
    driver.beginTransaction = async (connection, settings) => {
      await begin(connection, settings)
      await connection.executeQuery(
        CompiledQuery.raw(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`),
      )
    }
    return driver
  },
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
})
