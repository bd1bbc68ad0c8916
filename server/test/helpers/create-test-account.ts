import { randomInt } from 'node:crypto'
import { expect } from 'vitest'
import { createAccount } from '../../src/domain/accounts/create-account.js'
import { startSession } from '../../src/domain/accounts/session.js'
import { type Api, createApi } from './create-api.js'
import type { TestServer } from './start-test-server.js'

export interface TestAccount {
  uid: string
  email: string
  password: string
}

/** Somebody who may look after these programs, or after all if none is named. */
export async function createTestAccount(
  server: TestServer,
  programs: string[] = [],
): Promise<TestAccount> {
  const account = { email: `Ann.${crypto.randomUUID()}@shop.example`, password: 'a long password' }
  const db = await server.database.open()
  const created = await createAccount(db, { ...account, name: 'Ann', programs }, Date.now())
  return { ...account, uid: created?.uid ?? '' }
}

/** A page of the server's own, in a browser at an address of its own. */
export const ownPage = (
  server: Pick<TestServer, 'url'>,
  headers: Record<string, string> = {},
): Api =>
  createApi(server.url, {
    'content-type': 'application/json',
    origin: server.url,
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    ...headers,
  })

/** Signs in. @returns The cookie that a browser sends from then on: `pollen_session=…`. */
export async function signIn(
  server: TestServer,
  { email, password }: Pick<TestAccount, 'email' | 'password'>,
): Promise<string> {
  const { status, headers } = await ownPage(server).post('/auth/v1/sign-in', { email, password })
  expect(status).toBe(200)
  return cookieOf(headers)
}

/** The same without asking for the password, which takes its time. */
export async function signedIn(server: TestServer, { uid }: TestAccount): Promise<string> {
  const db = await server.database.open()
  return `pollen_session=${await startSession(db, { account_uid: uid }, Date.now())}`
}

/** What a browser sends back of the cookie that an answer sets. */
export const cookieOf = (headers: Record<string, unknown>): string =>
  String(headers['set-cookie']).split(';')[0] ?? ''
