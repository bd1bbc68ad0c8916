import { uuidV7 } from '../../../src/lib/uuid-v7.js'

/** A click as the script reports it. */
export const aClick = (key: string, more: Record<string, unknown> = {}) => ({
  id: uuidV7(),
  key,
  url: `https://www.shop.example/?aff=${encodeURIComponent(key)}`,
  referrer: '',
  session: '0198f6a0-0000-7000-8000-000000000000',
  at: Date.now(),
  ...more,
})
