/** What a check found, in words for an operator. */
export interface Finding {
  /** What was looked at: `database`, `clock`, … */
  check: string
  state: 'ok' | 'warn' | 'fail'
  message: string
  /** What to do about it; where there is nothing to do, nothing. */
  advice?: string
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message })

export const warn = (check: string, message: string, advice: string): Finding => ({
  check,
  state: 'warn',
  message,
  advice,
})

export const fail = (check: string, message: string, advice: string): Finding => ({
  check,
  state: 'fail',
  message,
  advice,
})
