// Adds each step to the page when the shop tells of it. What is on the page stays where it is, so
// nobody loses their place or an opened request.
const journeys = document.getElementById('journeys')
const news = document.getElementById('news')
const isNarrow = matchMedia('(max-width: 40rem)').matches
const now = new EventSource('/journey/steps')

now.addEventListener('message', ({ data }) => {
  const { visitor, station, id, sentence, step, journey } = JSON.parse(data)
  if (document.getElementById(id)) return
  const shown = journeys.querySelector(`[data-visitor="${CSS.escape(visitor)}"]`)
  if (shown) addStep(shown.querySelector(`[data-station="${station}"]`), step)
  else addJourney(journey)
  news.textContent = sentence
  const added = document.getElementById(id)
  added?.classList.add('new')
  if (added && isNarrow) foldExchanges(added)
})

// The shop was away and is back: it may have begun anew, or gone on without us.
let wasLost = false
now.addEventListener('error', () => {
  wasLost = true
})
now.addEventListener('open', () => {
  if (wasLost) location.reload()
})

// On a phone the sentences alone fill the screen; the request behind each is one tap away.
if (isNarrow) foldExchanges(journeys)

function foldExchanges(within) {
  for (const exchange of within.querySelectorAll('.exchange')) exchange.open = false
}

function addStep(station, step) {
  station.toggleAttribute('data-reached', true)
  station.querySelector('.steps').insertAdjacentHTML('beforeend', step)
}

function addJourney(journey) {
  journeys.querySelector('[data-visitor=""]')?.remove()
  journeys.insertAdjacentHTML('afterbegin', journey)
}
