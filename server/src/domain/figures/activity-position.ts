/** What the feed tells of; of two things at the same time, the one that stands first here is the older. */
export const ACTIVITIES = ['click', 'signup', 'sale', 'reward', 'payout_request', 'refund'] as const

export type ActivityType = (typeof ACTIVITIES)[number]

/** Where something stands in the feed. */
export interface Position {
  type: ActivityType
  /** Milliseconds since the epoch. */
  at: number
  /** What it goes by among others of its kind; for whole numbers, with leading zeros. */
  uid: string
}

/** For sorting, the older one first. */
export const orderOf = (one: Position, other: Position): number =>
  one.at - other.at ||
  ACTIVITIES.indexOf(one.type) - ACTIVITIES.indexOf(other.type) ||
  (one.uid < other.uid ? -1 : Number(one.uid > other.uid))

/** A position as text, which clients hand back: `1767225600000-sale-0198b2f0-…`. */
export const positionText = ({ at, type, uid }: Position): string => `${at}-${type}-${uid}`

const POSITION = new RegExp(`^(\\d{1,15})-(${ACTIVITIES.join('|')})-([\\w-]{1,64})$`)

/** @returns `undefined` when it is none. */
export function parsePosition(text: string): Position | undefined {
  const [, at, type, uid = ''] = POSITION.exec(text) ?? []
  const known = ACTIVITIES.find((name) => name === type)
  return known && { at: Number(at), type: known, uid }
}

/** After all that has happened: a browser's clock, which clicks go by, may be ahead by a minute. */
export const endOfFeed = (now: number): Position => ({
  at: now + 60_000,
  type: 'refund',
  uid: 'z',
})
