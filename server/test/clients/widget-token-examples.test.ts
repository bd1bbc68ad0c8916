import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { sqlite } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

const GUIDE = readFileSync(new URL('../../../docs/referral-widgets.md', import.meta.url), 'utf8')

/** The first example in a language, as the guide shows it. */
const example = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?token.*?)\`\`\``, 's').exec(GUIDE)?.[1] ?? ''

const NODE = new URL('../../../dist/node.js', import.meta.url).href

/** What prints the answer for a customer. */
const programs: [string, string, string[]][] = [
  [
    'Node',
    'node',
    [
      '--input-type=module',
      '-e',
      `${example('js').replace("'pollen-js/node'", `'${NODE}'`)}
      console.log(JSON.stringify(await referralToken('user 1/2')))`,
    ],
  ],
  ['PHP', 'php', ['-r', `${example('php').replace('<?php', '')} echo referral_token('user 1/2');`]],
  ['Python', 'python3', ['-c', `${example('python')}\nprint(referral_token('user 1/2'))`]],
]

describe('The guide shows how a back end makes a widget token', () => {
  const server = startTestServer(sqlite)
  let program: TestProgram
  beforeAll(async () => {
    program = await createTestProgram(server, { type: 'refer_a_friend' })
    await program.api.post('/customers', { id: 'user 1/2', key: 'bob' })
  })

  for (const [language, command, flags] of programs) {
    const isInstalled = spawnSync(command, ['--version']).status === 0
    it.runIf(isInstalled)(`in ${language}`, async () => {
      const env = { ...process.env, POLLEN_HOST: server.url, POLLEN_KEY: program.apiKey }
      const { stdout } = await promisify(execFile)(command, flags, { env })
      const { token } = JSON.parse(stdout)
      const answer = await fetch(`${server.url}/pub/v1/programs/${program.id}/referrals`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const { data } = (await answer.json()) as { data: { link: string } }
      expect(data.link).toBe('https://shop.example?ref=bob')
    })
  }
})
