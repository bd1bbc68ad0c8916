// `npm test`: every suite that this machine can run. Arguments go to vitest:
// `npm test -- --project server`, `npm test -- landing-key`.
import { parseCLI, startVitest } from 'vitest/node'

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const vitest = await startVitest('test', filter, options)
await vitest.close()
