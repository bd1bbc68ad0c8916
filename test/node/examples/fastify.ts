import { fastify } from 'fastify'
import { createFirstParty, toRequest } from '../../../src/node/index.js'

const firstParty = createFirstParty({
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
  programs: [process.env.POLLEN_PROGRAM ?? 'ABCDEFGH'],
})

export const app = fastify({ trustProxy: 'loopback' })
app.addHook('onRequest', async (incoming, reply) => {
  const request = toRequest(incoming.raw)
  const answer = await firstParty.handle(request, { address: incoming.ip })
  if (answer) return reply.send(answer)
  for (const cookie of firstParty.landingCookies(request)) reply.header('set-cookie', cookie)
})

app.get('/', async (_request, reply) => reply.type('text/html').send('<h1>Shop</h1>'))
