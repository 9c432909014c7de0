import { test } from 'node:test'
import { killLoop } from './loop.ts'

const soak = process.env['MOTCUA_SOAK'] === '1'
const kills = Number(process.env['MOTCUA_KILLS'] ?? (soak ? 200 : 20))
const seed = Number(process.env['MOTCUA_SEED'] ?? (soak ? Date.now() % 1_000_000 : 20260302))

test(`killed ${kills} times at the worst moments the house keeps every answered act exactly once [S3A-15.6a]`, async (t) => {
  const counts = await killLoop({ kills, seed })
  t.diagnostic(JSON.stringify(counts))
})
