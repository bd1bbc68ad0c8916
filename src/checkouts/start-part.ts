import { referral } from '../node/referral.js'
import type { Referrers } from './buyer.js'

type Connect = (
  referrers: () => Referrers,
  option: (name: string) => string | undefined,
) => () => void

/** Who referred this visitor; nobody where cookies are forbidden. */
function referrers(): Referrers {
  try {
    return referral(document.cookie)
  } catch {
    return {}
  }
}

/**
 * Starts a part that is a script of its own. Its options are in the fragment of its address:
 * `stripe.js#customer=acct_1`. A script that comes again, with other options perhaps, takes the
 * place of the first.
 */
export function startPart(name: string, connect: Connect): void {
  const { src = '' } = (document.currentScript ?? {}) as Partial<HTMLScriptElement>
  const options = new URLSearchParams(src.split('#')[1] ?? '')
  const key = Symbol.for(`pollen.${name}`)
  Reflect.get(document, key)?.()
  Reflect.set(
    document,
    key,
    connect(referrers, (option) => options.get(option) ?? undefined),
  )
}
