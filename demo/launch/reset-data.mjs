import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** All that the demo writes. The folder may be one that holds other things as well. */
const FILES = ['pollen.db', 'pollen.db-wal', 'pollen.db-shm', 'programs.json', 'shop.json']

/** @param {string} dataFolder */
export const resetData = (dataFolder) =>
  Promise.all(FILES.map((file) => rm(join(dataFolder, file), { force: true })))
