import { script } from './page.js'

/**
 * Notes of each report whether it was stored when it was sent (`wasStored`), and when sending it has
 * failed (`failedAt`, milliseconds since the epoch); for the head of a page, before the snippet.
 */
export const noteReports = script(`
  window.wasStored = []
  window.failedAt = []
  ;(function (fetch) {
    window.fetch = function (url, options) {
      if (!options) return fetch(url)
      var id = JSON.parse(options.body).id
      wasStored.push(Object.values(localStorage).some(function (item) { return item.includes(id) }))
      var answer = fetch(url, options)
      answer.catch(function () { failedAt.push(Date.now()) })
      return answer
    }
  })(window.fetch)`)
