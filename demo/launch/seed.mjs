import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPollen } from '../shop/pollen.mjs'
import { writeFileDurably } from '../write-file-durably.mjs'
import { databaseUrl, SERVER_CLI } from './start-pollen-server.mjs'

/** @typedef {{ public_id: string, api_key: string, name: string }} Program */

/**
 * The programs of the demo, with their secrets.
 * @typedef {object} Programs
 * @property {string} shopUrl Where their referral links lead.
 * @property {Program} affiliate
 * @property {Program} friends
 * @property {{ partner: string, friend: string }} links Of Jane and of Sam.
 * @property {{ email: string, password: string }} jane How she signs in to her pages.
 * @property {{ email: string, password: string }} account Signs in to the dashboard.
 */

const run = promisify(execFile)

/**
 * The programs of the last start; at the first, sets them up, each with somebody to refer others.
 *
 * @param {{ pollenUrl: string, shopUrl: string, dataFolder: string }} options
 * @returns {Promise<Programs>} Rejects with one sentence when what it finds does not fit the database.
 */
export async function seed({ pollenUrl, shopUrl, dataFolder }) {
  const path = join(dataFolder, 'programs.json')
  const kept = await read(path)
  if (kept?.account) {
    await assertKnown(pollenUrl, kept, path)
    return kept
  }
  const create = (/** @type {string[]} */ ...flags) =>
    createProgram([...flags, '--website', shopUrl, '--database', databaseUrl(dataFolder)])
  const affiliate = await create('--name', 'Larkspur partners', ...AFFILIATE)
  const friends = await create('--name', 'Larkspur friends', ...REFER_A_FRIEND)
  const jane = { email: 'jane@garden-blog.example', password: 'Larkspur-2026' }
  const links = {
    partner: await linkOf(pollenUrl, affiliate, '/partners', {
      key: 'jane',
      name: 'Jane',
      surname: 'Doe',
      ...jane,
    }),
    friend: await linkOf(pollenUrl, friends, '/customers', {
      key: 'sam',
      email: 'sam@mail.example',
      name: 'Sam',
      surname: 'Rivers',
    }),
  }
  await allowStrangersToRefer(pollenUrl, friends)
  const account = await createAccount(databaseUrl(dataFolder))
  const programs = { shopUrl, affiliate, friends, links, jane, account }
  await writeFileDurably(path, JSON.stringify(programs, undefined, 2))
  return programs
}

const AFFILIATE = ['--type', 'affiliate', '--parameter', 'aff', '--commission', '30%']

const REFER_A_FRIEND = ['--type', 'refer_a_friend', '--parameter', 'ref', '--commission', '5.00']

/**
 * @param {string[]} flags
 * @returns {Promise<Program>}
 */
async function createProgram(flags) {
  const args = [SERVER_CLI, 'program', 'create', '--currency', 'USD', '--json', ...flags]
  const { stdout } = await run(process.execPath, args)
  const { public_id, api_key, name } = JSON.parse(stdout)
  return { public_id, api_key, name }
}

/** @param {string} database */
async function createAccount(database) {
  const account = {
    email: 'demo@larkspur.example',
    password: randomBytes(12).toString('base64url'),
  }
  const args = ['account', 'create', '--email', account.email, '--name', 'Demo', '--password-stdin']
  const running = run(process.execPath, [SERVER_CLI, ...args, '--database', database])
  running.child.stdin?.end(account.password)
  await running
  return account
}

/**
 * @param {string} url
 * @param {Program} program
 * @param {string} path
 * @param {object} person
 * @returns {Promise<string>}
 */
async function linkOf(url, { api_key: apiKey }, path, person) {
  const { httpStatus, body } = await createPollen({ url, apiKey })('POST', path, person)
  if (body.status === 1) return body.data.referral_link
  throw new Error(`Pollen refused to set up ${path}: ${httpStatus} ${JSON.stringify(body)}`)
}

/**
 * Lets whoever gives an e-mail address have a link: the form on the shop's page for friends.
 *
 * @param {string} url
 * @param {Program} program
 */
const allowStrangersToRefer = (url, { api_key: apiKey }) =>
  createPollen({ url, apiKey })('PUT', '/program', {
    portal_settings: { embeddable_form_enabled: true },
  })

/**
 * @param {string} path
 * @returns {Promise<Programs | undefined>}
 */
async function read(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new Error(`${path} cannot be read; \`npm run demo -- --reset\` starts afresh.`, { cause })
  }
}

/** @param {string} url @param {Programs} programs @param {string} path */
async function assertKnown(url, { affiliate, friends }, path) {
  for (const { api_key } of [affiliate, friends]) {
    const { status } = await fetch(`${url}/v1/test`, {
      headers: { Authorization: `Bearer ${api_key}` },
    })
    if (status === 200) continue
    throw new Error(
      `The database does not know the programs of ${path}; \`npm run demo -- --reset\` starts afresh.`,
    )
  }
}
