import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { pollenServer } from '../../src/pollen-server.js'

const leavesOf = (command: Command, path: string[] = []): [string, Command][] =>
  command.commands.length === 0
    ? [[path.join(' '), command]]
    : command.commands.flatMap((inner) => leavesOf(inner, [...path, inner.name()]))

const helpOf = (command: Command): string => {
  let help = ''
  command.configureOutput({
    writeOut: (text) => {
      help += text
    },
  })
  command.outputHelp()
  return help
}

const leaves = leavesOf(pollenServer())

it.each(leaves)(
  'pollen-server %s explains itself with examples that it understands',
  (path, command) => {
    const help = helpOf(command)
    const calls = [...help.matchAll(/^ {2}\$ pollen-server (.+)$/gm)].map(([, call = '']) => call)
    expect(calls).not.toEqual([])
    const flags = command.options.flatMap(({ long, short }) => [long, short])
    for (const call of calls) {
      expect(call.startsWith(path)).toBe(true)
      for (const [flag] of call.matchAll(/(?<= )--?[a-z-]+/g)) expect(flags).toContain(flag)
    }
  },
)

it.each(leaves)('pollen-server %s speaks JSON', (_, command) => {
  expect(command.options.map(({ long }) => long)).toContain('--json')
})

it('says what its exit codes mean', () => {
  expect(helpOf(pollenServer())).toMatch(/ends with 0 .* with 1/s)
})
