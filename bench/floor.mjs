// The floor of the throughput table: a bare Fastify that stores nothing. `node floor.mjs <port>`.
import { createRequire } from 'node:module'

// Fastify is the server's dependency, so the floor is the very version that the server runs on.
const { default: Fastify } = createRequire(new URL('../server/package.json', import.meta.url))(
  'fastify',
)

const app = Fastify({ logger: false })
app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) =>
  done(null, JSON.parse(body)),
)
app.post('/', async (_request, reply) => reply.code(204).send())
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })
