import type { Hear } from './consent-word.js'
import { type TcData, tcfWord } from './tcf-word.js'
import { whenThere } from './when-there.js'

/** What consent platforms put on the page, at first a stub that queues. */
type TcfApi = (
  command: 'addEventListener' | 'removeEventListener',
  version: 2,
  callback: (data: TcData, isSuccess: boolean) => void,
  listenerId?: number,
) => void

/** Hears what the visitor decides in a consent platform of the IAB's framework. Returns its undo. */
export const watchTcf = (purposes: readonly number[], hear: Hear): (() => void) =>
  whenThere(() => {
    const { __tcfapi: api } = window as { __tcfapi?: TcfApi }
    if (typeof api !== 'function') return undefined
    let isOn = true
    let id: number | undefined
    api('addEventListener', 2, (data, isSuccess) => {
      if (!isOn || !isSuccess) return
      id = data.listenerId
      const word = tcfWord(data, purposes)
      if (word) hear(word)
    })
    return () => {
      isOn = false
      if (id !== undefined) api('removeEventListener', 2, () => {}, id)
    }
  })
