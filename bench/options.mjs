import { parseArgs } from 'node:util'

/** What `npm run bench` was told: which benchmarks, and how long `throughput` is to take. */
export const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    // How many clicks are there before the first round.
    stored: { type: 'string', default: '0' },
  },
})
