import type { Tab } from '../engines/engine.js'
import { script } from './page.js'

/** Counts timers that wait, repeating ones apart; for the head of a page, before all else. */
export const countTimers = script(`
  window.timers = { waiting: 0, repeating: 0 }
  ;(function (timeout, clear) {
    var waiting = new Set()
    window.setTimeout = function (task, delay) {
      var id = timeout(function () { waiting.delete(id); timers.waiting = waiting.size; task() }, delay)
      waiting.add(id); timers.waiting = waiting.size
      return id
    }
    window.clearTimeout = function (id) { waiting.delete(id); timers.waiting = waiting.size; clear(id) }
    window.setInterval = function () { timers.repeating++ }
  })(window.setTimeout, window.clearTimeout)`)

/** The timers of this page that have not run yet, and those that never end. */
export const timersOf = (tab: Tab): Promise<{ waiting: number; repeating: number }> =>
  tab.run(() => Reflect.get(window, 'timers'))
