import fp from 'fastify-plugin'
import { foldAllFigures } from '../../store/figures/fold-figures.js'
import { runRegularly } from './run-regularly.js'

/** Often, so that whoever reads figures has few changes to add up. */
const FOLD_EVERY_MS = 1_000

/** Keeps the figures short. They are right without it, but reading them takes longer and longer. */
export const figures = fp(async (app) => {
  runRegularly(app, FOLD_EVERY_MS, 'changes could not be added to the figures', () =>
    foldAllFigures(app.db),
  )
})
