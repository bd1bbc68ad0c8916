import { v7 as uuidv7 } from 'uuid'

/** A click as the script reports it. */
export const aClick = (key: string, more: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  key,
  url: `https://shop.example/?${new URLSearchParams({ aff: key })}`,
  referrer: '',
  session: '0b51a4c5-6b0e-4c39-a5a6-1f3a2cbeed1f',
  at: Date.now(),
  ...more,
})
