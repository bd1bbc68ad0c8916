import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Config
 * @property {number} port Of pollen-server.
 * @property {number} shopPort
 * @property {string} dataFolder
 * @property {boolean} isReset Whether to begin without the data of the last time.
 */

const DATA_FOLDER = fileURLToPath(new URL('../data', import.meta.url))

/**
 * @param {Record<string, string | undefined>} env
 * @param {readonly string[]} args
 * @returns {Config}
 * @throws One sentence about the first setting that is wrong.
 */
export function readConfig(env, args) {
  const unknown = args.find((argument) => argument !== '--reset')
  if (unknown !== undefined) {
    throw new Error(`The demo knows no ${unknown}; \`npm run demo -- --reset\` starts afresh.`)
  }
  return {
    port: port('PORT', env.PORT ?? '4700'),
    shopPort: port('SHOP_PORT', env.SHOP_PORT ?? '4600'),
    dataFolder: env.POLLEN_DEMO_DATA ?? DATA_FOLDER,
    isReset: args.includes('--reset'),
  }
}

/** @param {string} name @param {string} value */
function port(name, value) {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number
  throw new Error(`${name} is a port from 1 to 65535, not "${value}".`)
}
