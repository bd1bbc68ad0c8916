import { parseArgs } from 'node:util'

/** What `npm run bench` was told: which benchmarks, how long `throughput` is to take, whom `page` measures. */
export const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    // How many clicks are there before the first round.
    stored: { type: 'string', default: '0' },
    // How many landings make a median, and the ids of the subjects: `floor,pollen`.
    loads: { type: 'string', default: '30' },
    only: { type: 'string' },
  },
})
