import { randomBytes } from 'node:crypto'

/** @typedef {import('express').Request} Request */
/** @typedef {import('express').Response} Response */
/** @typedef {import('./store.mjs').Account} Account */

const COOKIE = 'larkspur_session'

const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000

/**
 * Who is logged in. The cookie holds a random id, signed by `cookie-parser`, that no script can read;
 * `SameSite=Lax` keeps it out of forms that other sites post here.
 *
 * @typedef {object} Sessions
 * @property {(request: Request) => Account | undefined} accountOf
 * @property {(response: Response, accountId: string) => void} begin Kept with the next `save`.
 * @property {(request: Request, response: Response) => void} end Gone with the next `save`.
 */

/**
 * @param {import('./store.mjs').Store} store
 * @returns {Sessions}
 */
export function createSessions({ data }) {
  /** @param {{ createdAt: number }} session */
  const isCurrent = ({ createdAt }) => Date.now() - createdAt < LIFETIME_MS

  return {
    accountOf({ signedCookies }) {
      const id = signedCookies[COOKIE]
      const session = data.sessions.find((session) => session.id === id && isCurrent(session))
      return session && data.accounts.find((account) => account.id === session.accountId)
    },
    begin(response, accountId) {
      const session = {
        id: randomBytes(24).toString('base64url'),
        accountId,
        createdAt: Date.now(),
      }
      data.sessions = [...data.sessions.filter(isCurrent), session]
      response.cookie(COOKIE, session.id, {
        signed: true,
        httpOnly: true,
        sameSite: 'lax',
        secure: response.req.secure,
        maxAge: LIFETIME_MS,
      })
    },
    end({ signedCookies }, response) {
      data.sessions = data.sessions.filter((session) => session.id !== signedCookies[COOKIE])
      response.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax' })
    },
  }
}
