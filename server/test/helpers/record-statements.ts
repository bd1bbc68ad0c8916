import Sqlite from 'libsql'
import pg from 'pg'
import { vi } from 'vitest'

/** What the drivers of both databases were given. */
export interface RecordedStatements {
  /** SQL, each text once however often it ran. */
  texts: Set<string>
  stop(): void
}

/** Notes every statement that reaches a database from this process, whoever wrote it. */
export function recordStatements(): RecordedStatements {
  const texts = new Set<string>()
  const { query } = pg.Client.prototype
  const { prepare } = Sqlite.prototype
  const spies = [
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...sent: unknown[]
    ) {
      const [statement] = sent as [string | { text: string }]
      texts.add(typeof statement === 'string' ? statement : statement.text)
      return Reflect.apply(query, this, sent)
    }),
    vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (
      this: Sqlite.Database,
      text: string,
    ) {
      texts.add(text)
      return Reflect.apply(prepare, this, [text])
    }),
  ]
  const stop = () => {
    for (const spy of spies) spy.mockRestore()
  }
  return { texts, stop }
}
