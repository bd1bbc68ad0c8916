/** Stands for a session that ended while somebody was at work, who should read why to sign in again. */
export const ENDED = 'ended'

/** Ends a session; whoever had none, or has signed out, still has none. */
export const endedSession = <Session>(before: Session | null | undefined) => before && ENDED
