import express from 'express'
import { createFirstParty, toNodeListener } from '../../../src/node/index.js'

const firstParty = createFirstParty({
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
  programs: [process.env.POLLEN_PROGRAM ?? 'ABCDEFGH'],
})

export const app = express()
app.set('trust proxy', 'loopback') // so that request.ip is the visitor and not your nginx
app.use(toNodeListener(firstParty, { capturesLandings: true }))

app.get('/', (_request, response) => {
  response.send('<h1>Shop</h1>')
})
