import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from './helpers/run-cli.js'

describe('pollen-server', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pollen-cli-'))
  afterAll(() => rmSync(directory, { recursive: true }))
  const database = `sqlite:${join(directory, 'pollen.db')}`
  const create = ['program', 'create', '--name', 'Shop', '--website', 'https://shop.example/']

  it('creates a program and prints nothing but JSON', async () => {
    const args = [...create, '--type', 'affiliate', '--json', '--database', database]
    const { code, stdout, stderr } = await runCli(args).ended
    expect(code).toBe(0)
    expect(stderr).toBe('')
    const record = JSON.parse(stdout)
    expect(record).toEqual({
      public_id: expect.stringMatching(/^[A-Z][A-Z0-9]{7}$/),
      name: 'Shop',
      website: 'https://shop.example',
      type: 'affiliate',
      parameter: 'aff',
      url_format: 'query',
      cookie_lifetime: 30,
      attribution: 'last_click',
      commission: '30%',
      currency: 'USD',
      api_key: expect.stringMatching(`^pollen_${record.public_id}_`),
    })
  })

  it('creates a program as it is told', async () => {
    const flags =
      '--type refer_a_friend --parameter friend --url-format link --cookie-lifetime lifetime ' +
      '--attribution first_click --commission 5.00 --currency eur --json'
    const { stdout } = await runCli([...create, ...flags.split(' ')], { DATABASE_URL: database })
      .ended
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'refer_a_friend',
      parameter: 'friend',
      url_format: 'link',
      cookie_lifetime: 'lifetime',
      attribution: 'first_click',
      commission: '5 EUR',
      currency: 'EUR',
    })
  })

  it('lists programs', async () => {
    const args = ['program', 'list', '--database', database]
    const listed = JSON.parse((await runCli([...args, '--json']).ended).stdout)
    expect(listed.map(({ type }: { type: string }) => type)).toEqual([
      'affiliate',
      'refer_a_friend',
    ])
    expect(listed[0]).not.toHaveProperty('api_key')
    expect((await runCli(args).ended).stdout).toContain(listed[1].public_id)
  })

  it('prints the snippet of a program, ready to paste', async () => {
    const listed = await runCli(['program', 'list', '--json', '--database', database]).ended
    const [{ public_id }] = JSON.parse(listed.stdout)
    const args = ['program', 'snippet', public_id, '--database', database]
    const { code, stdout } = await runCli([...args, '--server', 'https://pollen.example/']).ended
    expect(code).toBe(0)
    expect(stdout).toContain('<script>')
    expect(stdout).toContain('https://pollen.example')
    expect(stdout).toContain(public_id)
    expect(stdout).toContain('"cookie_time":30')
    expect(stdout).not.toMatch(/POLLEN_HOST|PROGRAM_ID/)
    const asJson = await runCli([...args, '--server', 'https://pollen.example', '--json']).ended
    expect(JSON.parse(asJson.stdout)).toEqual({ public_id, snippet: stdout.trimEnd() })
  })

  it('serves a program with the key that it was created with', async () => {
    const serve = runCli(['serve'], { PORT: '0', DATABASE_URL: database })
    const line = await serve.printed(/\n/)
    expect(line).toMatch(/^pollen-server listens on http:\/\/127\.0\.0\.1:\d+\n$/)
    const url = /http:\S+/.exec(line)?.[0]
    const args = [...create, '--type', 'affiliate', '--json', '--database', database]
    const { api_key } = JSON.parse((await runCli(args).ended).stdout)
    const headers = { authorization: `Bearer ${api_key}` }
    expect((await fetch(`${url}/v1/test`, { headers })).status).toBe(200)
    serve.kill('SIGINT')
    expect((await serve.ended).code).toBe(0)
  })

  it('tells programs where it listens, as JSON', async () => {
    const serve = runCli(['serve', '--json'], { PORT: '0', DATABASE_URL: database })
    const { url } = JSON.parse(await serve.printed(/\n/))
    expect((await fetch(`${url}/health`)).status).toBe(200)
    serve.kill()
    expect((await serve.ended).code).toBe(0)
  })

  it.each([
    [[...create, '--type', 'raffle'], '--type', 'affiliate, refer_a_friend, newsletter'],
    [create, '--type', 'not specified'],
    [['program', 'create', '--name', 'Shop', '--website', 'shop'], '--website', 'https://'],
    [[...create, '--type', 'affiliate', '--commission', '130%'], '--commission', 'at most 100%'],
    [[...create, '--type', 'affiliate', '--commission', 'much'], '--commission', 'a number'],
    [[...create, '--type', 'affiliate', '--currency', 'XYZ'], '--currency', 'ISO 4217'],
    [[...create, '--type', 'affiliate', '--cookie-lifetime', '0'], '--cookie-lifetime', 'lifetime'],
    [[...create, '--type', 'affiliate', '--parameter', 'a b'], '--parameter', 'letters'],
    [[...create, '--type', 'affiliate', '--database', 'mysql://x'], '--database', 'sqlite:'],
    [['program', 'snippet', 'NOTTHERE', '--server', 'https://x.example'], 'NOTTHERE', 'list'],
    [['program', 'snippet', 'NOTTHERE'], '--server', 'not specified'],
    [['serve', '--port', '70000'], '--port', '65535'],
    [['serve', '--log-level', 'loud'], '--log-level', 'debug'],
    [['serve', '--public-url', 'pollen'], '--public-url', 'https://'],
    [['serve', '--database', 'sqlite:/nowhere/x.db'], 'sqlite:/nowhere/x.db', 'writable'],
    [['fly'], 'fly', 'unknown command'],
  ])('says of %j what is right', async (args, name, hint) => {
    const { code, stdout, stderr } = await runCli(args, { DATABASE_URL: database }).ended
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(name)
    expect(stderr).toContain(hint)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it.each([
    ['--help', 'pollen-server serve --port 4700'],
    ['--version', '0.1.0'],
  ])('answers %s', async (flag, text) => {
    const { code, stdout } = await runCli([flag]).ended
    expect(code).toBe(0)
    expect(stdout).toContain(text)
  })
})
