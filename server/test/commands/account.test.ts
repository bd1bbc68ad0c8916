import { describe, expect, it } from 'vitest'
import { accountCommand } from '../../src/commands/account.js'
import { createTestAccount, ownPage, signedIn, signIn } from '../helpers/create-test-account.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite } from '../helpers/databases.js'
import { runCli } from '../helpers/run-cli.js'
import { runCommand } from '../helpers/run-command.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server account on $name', (database) => {
  const server = startTestServer(database, { trustProxy: true })

  const run = (...args: string[]) => runCommand(accountCommand(), server, args)

  it('lists accounts with what they open, and without passwords', async () => {
    const { id } = await createTestProgram(server)
    const one = await createTestAccount(server, [id])
    const all = await createTestAccount(server)
    const listed = JSON.parse(await run('list', '--json'))
    expect(listed).toEqual([
      { email: one.email, name: 'Ann', programs: [id], created_at: expect.any(String) },
      { email: all.email, name: 'Ann', programs: 'all', created_at: expect.any(String) },
    ])
  })

  it('removes an account, which signs it out at once', async () => {
    const { id } = await createTestProgram(server)
    const account = await createTestAccount(server, [id])
    const page = ownPage(server, {
      cookie: await signedIn(server, account),
      'x-pollen-program': id,
    })
    expect((await page.get('/v1/partners')).status).toBe(200)
    expect(await run('remove', account.email)).toContain('is removed')
    expect((await page.get('/v1/partners')).status).toBe(401)
    expect((await page.get('/auth/v1/session')).status).toBe(401)
    expect((await ownPage(server).post('/auth/v1/sign-in', account)).status).toBe(401)
    await expect(run('remove', account.email)).rejects.toThrow(`no account ${account.email}`)
  })

  it('says what is wrong before it asks for a password', async () => {
    const { email } = await createTestAccount(server)
    await expect(run('create', '--email', email)).rejects.toThrow('has an account already')
    await expect(
      run('create', '--email', 'new@shop.example', '--program', 'NOPROGRA'),
    ).rejects.toThrow('There is no program NOPROGRA')
    await expect(run('password', 'nobody@shop.example')).rejects.toThrow('There is no account')
  })
})

// One database is enough: what is read from the terminal does not depend on it.
describe('passwords on the command line', () => {
  const server = startTestServer(sqlite, { trustProxy: true })

  const typed = (password: string, ...args: string[]) => {
    const run = runCli(['account', ...args, '--password-stdin', '--database', server.database.url])
    run.type(`${password}\n`)
    return run.ended
  }

  it('are read from standard input, and changing one signs out everywhere', async () => {
    const made = await typed('a long password', 'create', '--email', 'ann@shop.example', '--json')
    expect(JSON.parse(made.stdout)).toMatchObject({ email: 'ann@shop.example', programs: 'all' })
    const account = { email: 'ann@shop.example', password: 'a long password' }
    const cookie = await signIn(server, account)
    expect((await ownPage(server, { cookie }).get('/auth/v1/session')).status).toBe(200)

    const changed = await typed('another password', 'password', 'ann@shop.example')
    expect(changed).toMatchObject({ code: 0, stdout: expect.stringContaining('new password') })
    expect((await ownPage(server, { cookie }).get('/auth/v1/session')).status).toBe(401)
    const renewed = { ...account, password: 'another password' }
    expect((await ownPage(server).post('/auth/v1/sign-in', renewed)).status).toBe(200)
  })

  it('have at least 12 characters', async () => {
    const short = await typed('short', 'create', '--email', 'bob@shop.example')
    expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('12 to 1,024') })
  })

  it('are not asked for where there is no terminal', async () => {
    const flags = ['--email', 'bob@shop.example', '--database', server.database.url]
    const { code, stderr } = await runCli(['account', 'create', ...flags]).ended
    expect([code, stderr]).toEqual([1, expect.stringContaining('--password-stdin')])
  })
})
