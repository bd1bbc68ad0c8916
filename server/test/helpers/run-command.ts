import type { Command } from 'commander'
import { vi } from 'vitest'
import type { TestServer } from './start-test-server.js'

/** Runs a command in this process, on the database of a server. @returns What it printed. */
export async function runCommand(
  command: Command,
  { database }: TestServer,
  args: string[],
): Promise<string> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await command.parseAsync([...args, '--database', database.url], { from: 'user' })
    return print.mock.calls.flat().join('\n')
  } finally {
    print.mockRestore()
  }
}
