import type { Credit, PartHost } from '../part-host.js'
import { remembered } from '../remembered.js'
import type { Referrers } from './buyer.js'

type Connect = (
  referrers: () => Referrers,
  option: (name: string) => string | undefined,
) => () => void

/** Who referred this visitor as the bundle knows it, from memory too. */
function credited(credits: readonly Credit[]): Referrers {
  const referrers: Referrers = {}
  for (const { settings, key } of credits) {
    if (key) referrers[settings.type === 'refer_a_friend' ? 'referral' : 'partner'] = key
  }
  return referrers
}

/**
 * Starts a part that the bundle loads, or that is a script of the page's own. That one has its options
 * in the fragment of its address: `stripe.js#customer=acct_1`. A script that comes again, with other
 * options perhaps, takes the place of the first.
 */
export function startPart(name: string, connect: Connect): void {
  const { src = '', pollen } = (document.currentScript ?? {}) as Partial<HTMLScriptElement> & {
    pollen?: PartHost
  }
  const fragment = new URLSearchParams(src.split('#')[1] ?? '')
  const given = Object(pollen?.options) as Record<string, unknown>
  const key = Symbol.for(`pollen.${name}`)
  Reflect.get(document, key)?.()
  Reflect.set(
    document,
    key,
    connect(
      pollen ? () => credited(pollen.credits()) : remembered,
      (name) => given[name]?.toString() ?? fragment.get(name) ?? undefined,
    ),
  )
}
