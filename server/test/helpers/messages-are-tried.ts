import { expect } from 'vitest'
import type { Api } from './create-api.js'

/**
 * Waits until every message of a webhook was tried once. While one is being sent, the server would
 * write over what a test makes of it.
 */
export const messagesAreTried = (api: Api, webhook: string) =>
  expect
    .poll(async () => {
      const { body } = await api.get(`/webhooks/${webhook}/deliveries`)
      return body.data.filter(({ attempts }: { attempts: unknown[] }) => attempts.length === 0)
    })
    .toEqual([])
