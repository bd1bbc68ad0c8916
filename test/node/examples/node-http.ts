import { createServer } from 'node:http'
import { createFirstParty, toNodeListener } from '../../../src/node/index.js'

const firstParty = createFirstParty({
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
  programs: [process.env.POLLEN_PROGRAM ?? 'ABCDEFGH'],
})
const pollen = toNodeListener(firstParty, { capturesLandings: true })

export const server = createServer((request, response) =>
  pollen(request, response, () => {
    response.setHeader('content-type', 'text/html')
    response.end('<h1>Shop</h1>')
  }),
)
