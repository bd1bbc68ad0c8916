import { type Referral, referral } from '../node/referral.js'

/** What the browser keeps of this visitor. */
export interface State extends Referral {
  /** Reports that the server has not answered yet: `click of "jane"`. */
  waiting: string[]
}

/** A report as it waits in storage, see `outbox.ts`. */
interface WaitingReport {
  url?: string
  body?: { key?: string }
}

function describe(text: string): string | undefined {
  try {
    const { url = '', body } = JSON.parse(text) as WaitingReport
    const what = url.endsWith('/clicks') ? 'click' : url.endsWith('/customers') && 'sign-up'
    return what ? `${what} of "${body?.key ?? 'nobody'}"` : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the state from what browsers keep.
 *
 * @param cookies `document.cookie`
 * @param items Of the storage, by name.
 */
export function readState(cookies: string, items: Record<string, string>): State {
  const waiting = Object.keys(items)
    .filter((name) => name.startsWith('pollen_'))
    .sort()
    .map((name) => describe(items[name] ?? ''))
  return { ...referral(cookies), waiting: waiting.filter((text) => text !== undefined) }
}

const NAMES = { partner: 'partner', referral: 'friend' } as const

const KINDS = ['partner', 'referral'] as const

/** What is so now, as sentences. */
export function stateSentences(state: State): string[] {
  const credited = KINDS.filter((kind) => state[kind]).map(
    (kind) => `The credit goes to the ${NAMES[kind]} "${state[kind]}", by cookie.`,
  )
  return [
    ...(credited.length > 0 ? credited : ['Nobody has the credit: there is no referral cookie.']),
    ...(state.session ? [`The visitor’s session is ${state.session}.`] : []),
    ...state.waiting.map((what) => `A report waits for the server’s answer: ${what}.`),
  ]
}

/** What has changed, as sentences. */
export function changeSentences(before: State, after: State): string[] {
  const credited = KINDS.filter((kind) => before[kind] !== after[kind]).map((kind) => {
    const had = before[kind] ? `, no longer to "${before[kind]}"` : ''
    return after[kind]
      ? `The credit now goes to the ${NAMES[kind]} "${after[kind]}"${had}.`
      : `The credit was taken from the ${NAMES[kind]} "${before[kind]}".`
  })
  const gone = before.waiting.filter((what) => !after.waiting.includes(what))
  const come = after.waiting.filter((what) => !before.waiting.includes(what))
  return [
    ...credited,
    ...come.map((what) => `Stored, until the server has answered: ${what}.`),
    ...gone.map((what) => `Delivered, and forgotten: ${what}.`),
  ]
}
