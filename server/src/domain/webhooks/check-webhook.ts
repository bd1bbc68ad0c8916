import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import type { ProgramType } from '../../store/database.js'
import { isPrivateHost } from './is-private-host.js'
import { webhookEvents } from './webhook-events.js'

/**
 * Refuses a webhook that could never work.
 *
 * @param allowPrivate Whether messages are sent to this machine and its network too.
 * @throws PollenError `invalid`, naming every field that is wrong and what would be right.
 */
export function checkWebhook(
  { url, events }: { url?: string | undefined; events?: string[] | undefined },
  type: ProgramType,
  allowPrivate: boolean,
): void {
  const errors: FieldErrors = {}
  const urlProblem = url === undefined ? undefined : problemOf(url, allowPrivate)
  if (urlProblem) errors.url = [urlProblem]

  const known: readonly string[] = webhookEvents[type]
  const unknown = events?.filter((event) => !known.includes(event)) ?? []
  if (unknown.length > 0) {
    errors.events = [
      `This program has no ${unknown.join(', ')}; its events are ${known.join(', ')}.`,
    ]
  }
  if (Object.keys(errors).length > 0) throw new PollenError('invalid', errors)
}

function problemOf(text: string, allowPrivate: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    return 'The url must be a URL such as https://shop.example/webhooks.'
  }
  if (isPrivateHost(url) && !allowPrivate) {
    return `The url must lead to the public internet, which ${url.hostname} is not part of.`
  }
  return undefined
}
